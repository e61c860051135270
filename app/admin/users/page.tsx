import { UserPlus, Users } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyPage } from '@/components/data-table/empty-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Skeleton } from '@/components/ui/skeleton';
import { holds } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { countUsers, listUsers } from '@/lib/users/queries';
import { userListQuery, type UserListQuery } from '@/lib/users/schema';
import { columns } from './columns';
import { UserFilters } from './user-filters';
import { listHref } from './list-href';

export const metadata: Metadata = { title: 'Users' };

// Rows and count are asked for at once; the rows do not wait for the count, which may take longer.
export default adminPage('users.read', async (actor, { searchParams }) => {
  const query = parseQuery(userListQuery, await searchParams);
  const total = countUsers(actor, query);
  total.catch(() => {}); // told where it is shown
  const rows = await listUsers(actor, query);
  return (
    <>
      <PageHeader
        title="Users"
        count={
          <Suspense>
            <Count total={total} />
          </Suspense>
        }
        actions={holds(actor, 'users.create') ? <CreateUser /> : null}
      />
      <UserFilters query={query} />
      <DataTable
        caption="Users"
        columns={columns(query)}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/admin/users/${row.id}`}
        rowColour={(row) => row.colour}
        empty={<Nobody query={query} />}
      />
      <Suspense key={listHref(query)} fallback={<Skeleton className="mt-3 ml-auto h-7 w-60" />}>
        <Pages query={query} total={total} />
      </Suspense>
    </>
  );
});

const Count = async ({ total }: { total: Promise<number> }) => (await total).toLocaleString('en');

type PagesProps = { query: UserListQuery; total: Promise<number> };

const Pages = async ({ query, total }: PagesProps) => (
  <Pagination
    page={query.page}
    pageSize={query.size}
    total={await total}
    hrefFor={(page) => listHref(query, { page })}
    hrefForSize={(size) => listHref(query, { size, page: 1 })}
  />
);

const CreateUser = () => (
  <ButtonLink href="/admin/users/new" variant="primary">
    <UserPlus aria-hidden /> Create User
  </ButtonLink>
);

function Nobody({ query }: { query: UserListQuery }) {
  if (query.page > 1) {
    const firstHref = listHref(query, { page: 1 });
    return <EmptyPage icon={<Users aria-hidden />} page={query.page} firstHref={firstHref} />;
  }
  return query.q || query.status ? (
    <EmptyState
      icon={<Users aria-hidden />}
      title="Nobody matches"
      text="No person in your scope matches this search and these filters."
      action={<ButtonLink href="/admin/users">Show everybody</ButtonLink>}
    />
  ) : (
    <EmptyState
      icon={<Users aria-hidden />}
      title="Nobody here yet"
      text="Create the first person; they need a company to belong to."
      action={<CreateUser />}
    />
  );
}
