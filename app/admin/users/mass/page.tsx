import { ListChecks } from 'lucide-react';
import type { Metadata } from 'next';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyPage } from '@/components/data-table/empty-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { countRuns, listRuns } from '@/lib/bulk/queries';
import { runsQuery, type RunsQuery } from '@/lib/bulk/schema';
import { columns } from './columns';
import { runsHref } from './hrefs';

export const metadata: Metadata = { title: 'Mass updates' };

export default adminPage('users.update', async (actor, { searchParams }) => {
  const query = parseQuery(runsQuery, await searchParams);
  const [rows, total] = await Promise.all([listRuns(actor, query), countRuns(actor)]);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Users', href: '/admin/users' }, { label: 'Mass updates' }]}
        title="Mass updates"
        count={total.toLocaleString('en')}
        description="What you previewed and carried out, newest first."
      />
      <DataTable
        caption="Mass updates"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/admin/users/mass/run/${row.id}`}
        empty={<Nothing query={query} />}
      />
      <Pagination
        page={query.page}
        pageSize={query.size}
        total={total}
        hrefFor={(page) => runsHref(query, { page })}
        hrefForSize={(size) => runsHref(query, { size, page: 1 })}
      />
    </>
  );
});

const Nothing = ({ query }: { query: RunsQuery }) =>
  query.page > 1 ? (
    <EmptyPage
      icon={<ListChecks aria-hidden />}
      page={query.page}
      firstHref={runsHref(query, { page: 1 })}
    />
  ) : (
    <EmptyState
      icon={<ListChecks aria-hidden />}
      title="No mass update yet"
      text="Select users in the list, or all results, and choose Mass Update."
      action={<ButtonLink href="/admin/users">Open the users list</ButtonLink>}
    />
  );
