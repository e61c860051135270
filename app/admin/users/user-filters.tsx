import { ListFilter, Search } from 'lucide-react';
import type { Chip } from '@/components/data-table/filter-chips';
import { QueryForm } from '@/components/data-table/query-form';
import { SearchInput } from '@/components/data-table/search-input';
import { Button, ButtonLink } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import type { FirstChoices } from '@/lib/organisation/filter-choices';
import type { UserListQuery } from '@/lib/users/schema';
import { withoutFilters, type Names } from './chips';
import { DateFields, StatusFields } from './filter-fields';
import { LIST, listHref } from './list-href';
import { PlaceFields } from './place-fields';
import { placesOf } from './places';

type UserFiltersProps = {
  query: UserListQuery;
  names: Names;
  first: FirstChoices;
  home: string | null;
  chips: Chip[];
};

/** Search and the sheet of filters: one form, so that each keeps what the other has. */
export function UserFilters({ query, names, first, home, chips }: UserFiltersProps) {
  const { q, sort, size } = query;
  const count = chips.length - (q ? 1 : 0);
  return (
    <QueryForm path={LIST} className="flex min-w-0 flex-1 items-center gap-2 max-md:contents">
      {sort === 'name' ? null : <input type="hidden" name="sort" value={sort} />}
      {size === 25 ? null : <input type="hidden" name="size" value={size} />}
      <SearchInput
        label="Search name, e-mail or phone"
        placeholder="Name, e-mail or phone"
        value={q}
      />
      <Button type="submit">
        <Search aria-hidden /> Search
      </Button>
      <Button popoverTarget="filters">
        <ListFilter aria-hidden /> Filters
        {count > 0 ? (
          <span className="grid h-5 min-w-5 place-items-center rounded-sm bg-accent-soft px-1 text-xs text-accent tabular-nums">
            {count}
          </span>
        ) : null}
      </Button>
      <Sheet id="filters" title="Filters" footer={<Foot query={query} set={chips.length > 0} />}>
        {/* Begun anew with every question, so that Back shows what was asked then. */}
        <div key={listHref(query)} className="grid gap-5">
          <PlaceFields chosen={placesOf(query, names)} first={first} home={home} />
          <StatusFields query={query} />
          <DateFields query={query} />
        </div>
      </Sheet>
    </QueryForm>
  );
}

const Foot = ({ query, set }: { query: UserListQuery; set: boolean }) => (
  <>
    {set ? <ButtonLink href={withoutFilters(query)}>Clear all</ButtonLink> : null}
    <Button type="submit" variant="primary">
      Apply filters
    </Button>
  </>
);
