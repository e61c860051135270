import { FilterBar } from '@/components/data-table/filter-bar';
import { STATUS_LABELS } from '@/lib/users/labels';
import { USER_STATUSES, type UserListQuery } from '@/lib/users/schema';
import { listHref } from './list-href';

/** Search by name, e-mail or phone, and the status. */
export function UserFilters({ query }: { query: UserListQuery }) {
  const { q, status, sort, size } = query;
  return (
    <FilterBar
      path="/admin/users"
      kept={{ sort: sort === 'name' ? undefined : sort, size: size === 25 ? undefined : size }}
      search={{
        label: 'Search name, e-mail or phone',
        placeholder: 'Name, e-mail or phone',
        value: q,
      }}
      choice={{
        name: 'status',
        label: 'Status',
        any: 'Any status',
        options: USER_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
        value: status,
      }}
      chips={[
        ...(q ? [{ label: 'Search', value: q, href: listHref(query, { q: '', page: 1 }) }] : []),
        ...(status
          ? [
              {
                label: 'Status',
                value: STATUS_LABELS[status],
                href: listHref(query, { status: undefined, page: 1 }),
              },
            ]
          : []),
      ]}
    />
  );
}
