import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { FilterChips, type Chip } from './filter-chips';
import { QueryForm } from './query-form';
import { SearchInput } from './search-input';

type FilterChoice = {
  name: string;
  label: string;
  /** In words: nothing chosen. */
  any: string;
  options: { value: string; label: string }[];
  value: string | undefined;
};

type FilterBarProps = {
  /** Where the list is. */
  path: string;
  /** What is kept of the present question. */
  kept: Record<string, string | number | undefined>;
  search: { label: string; placeholder: string; value: string };
  choices?: FilterChoice[];
  /** Further fields. */
  children?: ReactNode;
  /** What is set, each with the address without it. */
  chips: Chip[];
  /** The list without any of them. */
  clearHref?: string;
};

// Two in a line where there is room for no more.
const severalStyle = 'max-sm:min-w-[calc(50%-0.25rem)] max-sm:flex-1';

/** Search and choices as a plain form, so that it works before any script; what is set, as chips. */
export function FilterBar(props: FilterBarProps) {
  const { path, kept, search, choices = [], chips, clearHref, children } = props;
  return (
    <div className="mb-3 grid grid-cols-[minmax(0,1fr)] gap-2">
      <QueryForm path={path} className="flex flex-wrap items-center gap-2">
        {Object.entries(kept).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <SearchInput {...search} />
        {choices.map(({ name, label, any, options, value: chosen }) => (
          <Select
            name={name}
            aria-label={label}
            defaultValue={chosen ?? ''}
            key={`${name}-${chosen}`}
            className={choices.length > 1 ? severalStyle : undefined}
          >
            <option value="">{any}</option>
            {options.map(({ value, label: text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </Select>
        ))}
        {children}
        <Button type="submit">
          <Search aria-hidden /> Search
        </Button>
      </QueryForm>
      <FilterChips chips={chips} {...(clearHref && { clearHref })} />
    </div>
  );
}
