import { UserPlus, Users } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DataTable } from '@/components/data-table/data-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { holds } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { countUsers, listUsers } from '@/lib/users/queries';
import { userListQuery, type UserListQuery } from '@/lib/users/schema';
import { columns } from './columns';
import { FilterBar } from './filter-bar';
import { listHref } from './list-href';

export const metadata: Metadata = { title: 'Users' };

export default adminPage('users.read', async (actor, { searchParams }) => {
  const query = parseQuery(userListQuery, await searchParams);
  const [rows, total] = await Promise.all([listUsers(actor, query), countUsers(actor, query)]);
  const last = Math.max(1, Math.ceil(total / query.size));
  if (query.page > last) redirect(listHref(query, { page: last }));
  return (
    <>
      <PageHeader
        title="Users"
        count={total}
        actions={holds(actor, 'users.create') ? <CreateUser /> : null}
      />
      <FilterBar query={query} />
      <DataTable
        caption="Users"
        columns={columns(query)}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/admin/users/${row.id}`}
        rowColour={(row) => row.colour}
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

const CreateUser = () => (
  <ButtonLink href="/admin/users/new" variant="primary">
    <UserPlus aria-hidden /> Create User
  </ButtonLink>
);

function Nobody({ query }: { query: UserListQuery }) {
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
