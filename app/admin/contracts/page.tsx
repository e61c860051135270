import type { Metadata } from 'next';
import { DataTable } from '@/components/data-table/data-table';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { isLimitedToParty2 } from '@/lib/access/contracts';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { mayCreateContracts } from '@/lib/contracts/policy';
import { countContracts, listContracts } from '@/lib/contracts/queries';
import { contractListQuery } from '@/lib/contracts/schema';
import { companyChoices } from '@/lib/organisation/queries';
import { chipsOf } from './chips';
import { columns } from './columns';
import { ContractFilters } from './contract-filters';
import { contractHref, listHref } from './list-href';
import { CreateContract, NoContracts } from './no-contracts';

export const metadata: Metadata = { title: 'Contracts' };

export default adminPage('contracts.read', async (actor, { searchParams }) => {
  const query = parseQuery(contractListQuery, await searchParams);
  const ofAll = actor.right === 'superuser';
  const [rows, total, companies] = await Promise.all([
    listContracts(actor, query),
    countContracts(actor, query),
    ofAll ? companyChoices(actor, { chosen: query.company }) : null,
  ]);
  const chips = chipsOf(query, companies?.find(({ id }) => id === query.company)?.name);
  const mayCreate = mayCreateContracts(actor);
  return (
    <>
      <PageHeader
        title="Contracts"
        count={total.toLocaleString('en')}
        actions={mayCreate ? <CreateContract /> : null}
      />
      <ContractFilters
        query={query}
        companies={companies}
        chips={chips}
        withUncovered={!isLimitedToParty2(actor)}
      />
      <DataTable
        caption="Contracts"
        columns={columns(query, ofAll)}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => contractHref(id)}
        pinned
        empty={<NoContracts query={query} filtered={chips.length > 0} mayCreate={mayCreate} />}
      />
      <Pagination
        page={query.page}
        pageSize={query.size}
        total={total}
        hrefFor={(page) => listHref(query, { page })}
        hrefForSize={(size) => listHref(query, { size, page: 1 })}
      />
    </>
  );
});
