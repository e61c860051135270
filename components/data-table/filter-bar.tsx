import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { FilterChips, type Chip } from './filter-chips';
import { QueryForm } from './query-form';
import { SearchInput } from './search-input';

type FilterBarProps = {
  /** Where the list is. */
  path: string;
  /** What is kept of the present question. */
  kept: Record<string, string | number | undefined>;
  search: { label: string; placeholder: string; value: string };
  choice?: {
    name: string;
    label: string;
    /** In words: nothing chosen. */
    any: string;
    options: { value: string; label: string }[];
    value: string | undefined;
  };
  /** What is set, each with the address without it. */
  chips: Chip[];
};

/** Search and one choice as a plain form, so that it works before any script; what is set, as chips. */
export function FilterBar({ path, kept, search, choice, chips }: FilterBarProps) {
  return (
    <div className="mb-3 grid gap-2">
      <QueryForm path={path} className="flex flex-wrap items-center gap-2">
        {Object.entries(kept).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <SearchInput {...search} />
        {choice ? (
          <Select
            name={choice.name}
            aria-label={choice.label}
            defaultValue={choice.value ?? ''}
            key={choice.value}
          >
            <option value="">{choice.any}</option>
            {choice.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        ) : null}
        <Button type="submit">
          <Search aria-hidden /> Search
        </Button>
      </QueryForm>
      <FilterChips chips={chips} />
    </div>
  );
}
