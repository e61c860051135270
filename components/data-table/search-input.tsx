import { Input } from '@/components/ui/input';
import { MAXIMUM_SEARCH } from '@/lib/core/input';

type SearchInputProps = { label: string; placeholder: string; value: string };

/** The list's search field; `/` leads to it. */
export const SearchInput = ({ label, placeholder, value }: SearchInputProps) => (
  <div className="min-w-50 flex-1 sm:max-w-90">
    <Input
      type="search"
      name="q"
      aria-label={label}
      placeholder={placeholder}
      defaultValue={value}
      key={value}
      maxLength={MAXIMUM_SEARCH}
    />
  </div>
);
