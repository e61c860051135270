import { hrefOf } from '@/components/data-table/href';
import { userListQuery, type UserListQuery } from '@/lib/users/schema';

const defaults = userListQuery.parse({});

export const LIST = '/admin/users';

/** The address of the list for a question, with what differs from the defaults. */
export const listHref = (query: UserListQuery, change: Partial<UserListQuery> = {}): string =>
  hrefOf(LIST, defaults, query, change);

/** The same list with a quick look at one person beside it. */
export const lookHref = (query: UserListQuery, look: string): string =>
  hrefOf<UserListQuery & { look?: string }>(LIST, defaults, query, { look });

/** The question in the words of the address, without the page: what views and mass changes keep. */
export const questionOf = (query: UserListQuery): string =>
  listHref(query, { page: 1 }).slice(LIST.length + 1);

/** The page of a person. */
export const personHref = (userId: string): string => `${LIST}/${userId}`;
