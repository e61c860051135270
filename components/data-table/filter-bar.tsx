import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/filter-chip';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { MAXIMUM_SEARCH } from '@/lib/core/input';

type FilterBarProps = {
  /** Where the list is. */
  path: string;
  /** What is kept of the present question. */
  kept: Record<string, string | number | undefined>;
  search: { label: string; placeholder: string; value: string };
  choice: {
    name: string;
    label: string;
    /** In words: nothing chosen. */
    any: string;
    options: { value: string; label: string }[];
    value: string | undefined;
  };
  /** What is set, each with the address without it. */
  chips: { label: string; value: string; href: string }[];
};

/** Search and one choice as a plain form, so that it works before any script; what is set, as chips. */
export function FilterBar({ path, kept, search, choice, chips }: FilterBarProps) {
  return (
    <div className="mb-3 grid gap-2">
      <form action={path} role="search" className="flex flex-wrap items-center gap-2">
        {Object.entries(kept).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <div className="min-w-50 flex-1 sm:max-w-90">
          <Input
            type="search"
            name="q"
            aria-label={search.label}
            placeholder={search.placeholder}
            defaultValue={search.value}
            key={search.value}
            maxLength={MAXIMUM_SEARCH}
          />
        </div>
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
        <Button type="submit">
          <Search aria-hidden /> Search
        </Button>
      </form>
      {chips.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {chips.map((chip) => (
            <FilterChip key={chip.label} {...chip} />
          ))}
        </div>
      ) : null}
    </div>
  );
}
