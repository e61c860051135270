import { ListTodo } from 'lucide-react';
import type { Metadata } from 'next';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyPage } from '@/components/data-table/empty-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { countTasks, listTasks } from '@/lib/tasks/queries';
import { taskListQuery, type TaskListQuery } from '@/lib/tasks/schema';
import { columns } from './columns';
import { listHref } from './list-href';
import { TaskFilters } from './task-filters';

export const metadata: Metadata = { title: 'Tasks' };

export default adminPage('tasks.read', async (actor, { searchParams }) => {
  const query = parseQuery(taskListQuery, await searchParams);
  const [rows, total] = await Promise.all([listTasks(actor, query), countTasks(actor, query)]);
  const closed = query.state === 'closed';
  return (
    <>
      <PageHeader
        title={closed ? 'Closed tasks' : 'Tasks'}
        count={total.toLocaleString('en')}
        description="They open and close by themselves, by what is so: nothing has to be ticked off."
      />
      <TaskFilters query={query} />
      <DataTable
        caption="Tasks"
        columns={columns(actor, closed)}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) =>
          row.contractId
            ? `/admin/contracts/${row.contractId}`
            : row.isSeen && row.userId
              ? `/admin/users/${row.userId}`
              : null
        }
        empty={<Nothing query={query} />}
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

function Nothing({ query }: { query: TaskListQuery }) {
  if (query.page > 1) {
    const firstHref = listHref(query, { page: 1 });
    return <EmptyPage icon={<ListTodo aria-hidden />} page={query.page} firstHref={firstHref} />;
  }
  return query.q || query.kind ? (
    <EmptyState
      icon={<ListTodo aria-hidden />}
      title="No task matches"
      text="No task in your scope matches this search and this filter."
      action={<ButtonLink href={listHref(query, { q: '', kind: undefined })}>Show all</ButtonLink>}
    />
  ) : (
    <EmptyState
      icon={<ListTodo aria-hidden />}
      title={query.state === 'closed' ? 'No closed task' : 'Nothing waits for you'}
      text="A task opens when a contract is left without a key person who may enter, and when a key person leaves within 30 days."
    />
  );
}
