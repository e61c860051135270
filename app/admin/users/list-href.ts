import { hrefOf } from '@/components/data-table/href';
import { userListQuery, type UserListQuery } from '@/lib/users/schema';

const defaults = userListQuery.parse({});

/** The address of the list for a question, with what differs from the defaults. */
export const listHref = (query: UserListQuery, change: Partial<UserListQuery> = {}): string =>
  hrefOf('/admin/users', defaults, query, change);
