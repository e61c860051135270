import Link from 'next/link';
import type { ReactNode } from 'react';
import { FilterChip } from '@/components/ui/filter-chip';
import { FocusStays } from './focus-stays';

/** A filter in force, with the address of the list without it. */
export type Chip = { label: string; value: string; href: string };

type FilterChipsProps = {
  chips: Chip[];
  /** The list without any of them; offered from two on. */
  clearHref?: string;
  /** What can be done with what they leave, at the end of the line. */
  children?: ReactNode;
};

/** What is set, one chip each. */
export function FilterChips({ chips, clearHref, children }: FilterChipsProps) {
  if (chips.length === 0) return null;
  return (
    <FocusStays className="flex flex-wrap items-center gap-2">
      {chips.map((chip) => (
        <FilterChip key={chip.label + chip.value} {...chip} />
      ))}
      {clearHref && chips.length > 1 ? (
        <Link
          href={clearHref}
          className="inline-flex h-7 items-center rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-ink"
        >
          Clear all
        </Link>
      ) : null}
      {children}
    </FocusStays>
  );
}
