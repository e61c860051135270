import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/filter-chip';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { STATUS_LABELS } from '@/lib/users/labels';
import { MAXIMUM_SEARCH, USER_STATUSES, type UserListQuery } from '@/lib/users/schema';
import { listHref } from './list-href';

/** Search and status as a plain form, so that it works before any script; what is set, as chips. */
export function FilterBar({ query }: { query: UserListQuery }) {
  return (
    <div className="mb-3 grid gap-2">
      <form action="/admin/users" role="search" className="flex flex-wrap items-center gap-2">
        {query.sort !== 'name' ? <input type="hidden" name="sort" value={query.sort} /> : null}
        {query.size !== 25 ? <input type="hidden" name="size" value={query.size} /> : null}
        <div className="min-w-50 flex-1 sm:max-w-90">
          <Input
            type="search"
            name="q"
            aria-label="Search name, e-mail or phone"
            placeholder="Name, e-mail or phone"
            defaultValue={query.q}
            key={query.q}
            maxLength={MAXIMUM_SEARCH}
          />
        </div>
        <Select
          name="status"
          aria-label="Status"
          defaultValue={query.status ?? ''}
          key={query.status}
        >
          <option value="">Any status</option>
          {USER_STATUSES.map((status) => (
            <option key={status} value={status}>
              {STATUS_LABELS[status]}
            </option>
          ))}
        </Select>
        <Button type="submit">
          <Search aria-hidden /> Search
        </Button>
      </form>
      <Chips query={query} />
    </div>
  );
}

function Chips({ query }: { query: UserListQuery }) {
  if (!query.q && !query.status) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {query.q ? (
        <FilterChip label="Search" value={query.q} href={listHref(query, { q: '', page: 1 })} />
      ) : null}
      {query.status ? (
        <FilterChip
          label="Status"
          value={STATUS_LABELS[query.status]}
          href={listHref({ ...query, status: undefined }, { page: 1 })}
        />
      ) : null}
    </div>
  );
}
