import { DoorOpen } from 'lucide-react';
import type { Metadata } from 'next';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyPage } from '@/components/data-table/empty-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { countLeavers, listLeavers } from '@/lib/leavers/queries';
import { leaverListQuery, type LeaverListQuery } from '@/lib/leavers/schema';
import { columns } from './columns';
import { LeaverFilters } from './leaver-filters';
import { listHref } from './list-href';

export const metadata: Metadata = { title: 'Leavers' };

export default adminPage('users.read', async (actor, { searchParams }) => {
  const query = parseQuery(leaverListQuery, await searchParams);
  const [rows, total] = await Promise.all([listLeavers(actor, query), countLeavers(actor, query)]);
  return (
    <>
      <PageHeader
        title="Leavers"
        count={total.toLocaleString('en')}
        description="Whose last day comes within 30 days, and who counts as dormant by then for want of activity. The first to go first."
      />
      <LeaverFilters query={query} />
      <DataTable
        caption="Leavers"
        columns={columns(actor)}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/admin/users/${row.id}`}
        empty={<Nobody query={query} />}
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

function Nobody({ query }: { query: LeaverListQuery }) {
  if (query.page > 1) {
    const firstHref = listHref(query, { page: 1 });
    return <EmptyPage icon={<DoorOpen aria-hidden />} page={query.page} firstHref={firstHref} />;
  }
  return query.q || query.reason || query.seats ? (
    <EmptyState
      icon={<DoorOpen aria-hidden />}
      title="Nobody matches"
      text="Nobody who leaves soon matches this search and these filters."
      action={<ButtonLink href="/admin/leavers">Show everybody who leaves</ButtonLink>}
    />
  ) : (
    <EmptyState
      icon={<DoorOpen aria-hidden />}
      title="Nobody leaves soon"
      text="Nobody’s end date comes within 30 days, and nobody counts as dormant by then."
    />
  );
}
