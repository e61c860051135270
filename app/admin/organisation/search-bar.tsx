import { FilterBar } from '@/components/data-table/filter-bar';
import type { NamedListQuery } from '@/lib/organisation/schema';
import { listHref } from './list-href';

type SearchBarProps = { path: string; label: string; query: NamedListQuery };

/** Search by name. */
export function SearchBar({ path, label, query }: SearchBarProps) {
  const { q, size } = query;
  return (
    <FilterBar
      path={path}
      kept={{ size: size === 25 ? undefined : size }}
      search={{ label, placeholder: label, value: q }}
      chips={
        q ? [{ label: 'Name', value: q, href: listHref(path, query, { q: '', page: 1 }) }] : []
      }
    />
  );
}
