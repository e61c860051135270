import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/filter-chip';
import { Input } from '@/components/ui/input';
import { MAXIMUM_SEARCH } from '@/lib/core/input';
import type { NamedListQuery } from '@/lib/organisation/schema';
import { listHref } from './list-href';

type SearchBarProps = { path: string; label: string; query: NamedListQuery };

/** Search by name as a plain form, so that it works before any script; what is set, as a chip. */
export function SearchBar({ path, label, query }: SearchBarProps) {
  const { q, size } = query;
  return (
    <div className="mb-3 grid gap-2">
      <form action={path} role="search" className="flex items-center gap-2">
        {size === 25 ? null : <input type="hidden" name="size" value={size} />}
        <div className="min-w-0 flex-1 sm:max-w-90">
          <Input
            type="search"
            name="q"
            aria-label={label}
            placeholder={label}
            defaultValue={q}
            key={q}
            maxLength={MAXIMUM_SEARCH}
          />
        </div>
        <Button type="submit">
          <Search aria-hidden /> Search
        </Button>
      </form>
      {q ? (
        <div>
          <FilterChip label="Name" value={q} href={listHref(path, query, { q: '', page: 1 })} />
        </div>
      ) : null}
    </div>
  );
}
