'use client';

import { Search } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { MAXIMUM_SEARCH } from '@/lib/core/input';

const PAUSE = 200; // milliseconds without a key

/** A search of the form around it, which is sent while somebody types; by the button without scripts. */
export function SearchAsTyped({
  name,
  label,
  value,
}: {
  name: string;
  label: string;
  value: string;
}) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (
    <div className="flex gap-2">
      <Input
        type="search"
        name={name}
        aria-label={label}
        placeholder={label}
        defaultValue={value}
        maxLength={MAXIMUM_SEARCH}
        autoComplete="off"
        // Whoever chose one of the results meanwhile is not called back to the search.
        onBlur={({ relatedTarget }) => {
          if (!relatedTarget || relatedTarget instanceof HTMLAnchorElement) {
            clearTimeout(timer.current);
          }
        }}
        onChange={({ currentTarget }) => {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => currentTarget.form?.requestSubmit(), PAUSE);
        }}
      />
      <Button type="submit">
        <Search aria-hidden /> Find
      </Button>
    </div>
  );
}
