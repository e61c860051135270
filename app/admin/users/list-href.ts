import { userListQuery, type UserListQuery } from '@/lib/users/schema';

const defaults = userListQuery.parse({});

/** The address of the list for a question, with what differs from the defaults. */
export function listHref(query: UserListQuery, change: Partial<UserListQuery> = {}): string {
  const wanted: UserListQuery = { ...query, ...change };
  const entries = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && value !== defaults[name as keyof UserListQuery],
  );
  const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `/admin/users?${search.toString()}` : '/admin/users';
}
