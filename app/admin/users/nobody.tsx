import { UserPlus, Users } from 'lucide-react';
import { EmptyPage } from '@/components/data-table/empty-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { UserListQuery } from '@/lib/users/schema';
import { withoutFilters } from './chips';
import { listHref } from './list-href';

/** Leads to the form of a new account. */
export const CreateUser = () => (
  <ButtonLink href="/admin/users/new" variant="primary">
    <UserPlus aria-hidden /> Create User
  </ButtonLink>
);

type NobodyProps = { query: UserListQuery; filtered: boolean; mayCreate: boolean };

/** Why the list is empty, and what to do next. */
export function Nobody({ query, filtered, mayCreate }: NobodyProps) {
  if (query.page > 1) {
    const firstHref = listHref(query, { page: 1 });
    return <EmptyPage icon={<Users aria-hidden />} page={query.page} firstHref={firstHref} />;
  }
  return filtered ? (
    <EmptyState
      icon={<Users aria-hidden />}
      title="Nobody matches"
      text="No person in your scope matches this search and these filters. Remove one, or begin anew."
      action={<ButtonLink href={withoutFilters(query)}>Show everybody</ButtonLink>}
    />
  ) : (
    <EmptyState
      icon={<Users aria-hidden />}
      title="Nobody here yet"
      text="Create the first person; they need a company to belong to."
      action={mayCreate ? <CreateUser /> : null}
    />
  );
}
