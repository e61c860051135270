import { Building2, Download, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyPage } from '@/components/data-table/empty-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { holds } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { countCompanies, listCompanies } from '@/lib/organisation/queries';
import { namedListQuery, type NamedListQuery } from '@/lib/organisation/schema';
import { columns } from './columns';
import { listHref } from './list-href';
import { NamedPages } from './named-pages';
import { SearchBar } from './search-bar';

export const metadata: Metadata = { title: 'Organisation' };

const PATH = '/admin/organisation';

export default adminPage('companies.read', async (actor, { searchParams }) => {
  const query = parseQuery(namedListQuery, await searchParams);
  const [companies, total] = await Promise.all([
    listCompanies(actor, query),
    countCompanies(actor, query),
  ]);
  return (
    <>
      <PageHeader
        title="Companies"
        count={total.toLocaleString('en')}
        actions={<Actions actor={actor} />}
      />
      {actor.right === 'superuser' ? (
        <SearchBar path={PATH} label="Search companies" query={query} />
      ) : null}
      <DataTable
        caption="Companies"
        columns={columns}
        rows={companies}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${PATH}/${id}`}
        empty={<Nothing actor={actor} query={query} />}
      />
      <NamedPages path={PATH} query={query} total={total} />
    </>
  );
});

const Actions = ({ actor }: { actor: Actor }) => (
  <>
    {holds(actor, 'contracts.report') ? (
      <ButtonLink href="/admin/downloads">
        <Download aria-hidden /> Downloads
      </ButtonLink>
    ) : null}
    {holds(actor, 'companies.create') ? <CreateCompany /> : null}
  </>
);

const CreateCompany = () => (
  <ButtonLink href={`${PATH}/new`} variant="primary">
    <Plus aria-hidden /> Create Company
  </ButtonLink>
);

function Nothing({ actor, query }: { actor: Actor; query: NamedListQuery }) {
  if (query.page > 1) {
    const firstHref = listHref(PATH, query, { page: 1 });
    return <EmptyPage icon={<Building2 aria-hidden />} page={query.page} firstHref={firstHref} />;
  }
  return query.q ? (
    <EmptyState
      icon={<Building2 aria-hidden />}
      title="No company matches"
      text={`No company’s name has “${query.q}” in it.`}
      action={<ButtonLink href={PATH}>Show all companies</ButtonLink>}
    />
  ) : (
    <EmptyState
      icon={<Building2 aria-hidden />}
      title="No company yet"
      text="Everybody belongs to a company; its time zone decides when a day begins."
      action={holds(actor, 'companies.create') ? <CreateCompany /> : null}
    />
  );
}
