import { Building2, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { DataTable } from '@/components/data-table/data-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Time } from '@/components/ui/time';
import { can, holds } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { listCompanies, type CompanyRow } from '@/lib/organisation/queries';

export const metadata: Metadata = { title: 'Organisation' };

export default adminPage('companies.read', async (actor) => {
  const companies = await listCompanies(actor);
  const mayEdit = (id: string) => can(actor, 'companies.update', { companyId: id });
  return (
    <>
      <PageHeader
        title="Companies"
        count={companies.length.toLocaleString('en')}
        actions={holds(actor, 'companies.create') ? <CreateCompany /> : null}
      />
      <DataTable<CompanyRow>
        caption="Companies"
        columns={[
          { id: 'name', header: 'Name', cell: ({ name }) => name },
          { id: 'zone', header: 'Time zone', cell: ({ timeZone }) => timeZone },
          {
            id: 'people',
            header: 'People',
            cell: ({ people }) => people.toLocaleString('en'),
            align: 'right',
          },
          {
            id: 'created',
            header: 'Created',
            cell: ({ createdAt }) => <Time at={createdAt} />,
            hideBelow: 'sm',
          },
        ]}
        rows={companies}
        rowKey={({ id }) => id}
        rowHref={({ id }) => (mayEdit(id) ? `/admin/organisation/${id}` : null)}
        empty={
          <EmptyState
            icon={<Building2 aria-hidden />}
            title="No company yet"
            text="Everybody belongs to a company; its time zone decides when a day begins."
            action={holds(actor, 'companies.create') ? <CreateCompany /> : null}
          />
        }
      />
    </>
  );
});

const CreateCompany = () => (
  <ButtonLink href="/admin/organisation/new" variant="primary">
    <Plus aria-hidden /> Create Company
  </ButtonLink>
);
