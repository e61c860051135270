import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The same list sorted by this column (or the other way round, when it already is). */
  sortHref?: string;
  sorted?: 'asc' | 'desc';
  align?: 'left' | 'right';
  /** Preferred width in pixels. */
  width?: number;
  hideBelow?: 'sm' | 'md' | 'lg';
};

const hidden = { sm: 'max-sm:hidden', md: 'max-md:hidden', lg: 'max-lg:hidden' } as const;

/** The class that hides a column's parts on narrow screens. */
export function hiding(below: Column<never>['hideBelow']): string {
  return below ? hidden[below] : '';
}
