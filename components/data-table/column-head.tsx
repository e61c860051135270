import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { LinkPending } from '@/components/ui/link-pending';
import { hiding, type Column } from './column';

const arrows = { asc: ArrowUp, desc: ArrowDown };

type ColumnHeadProps<Row> = {
  column: Column<Row>;
  /** Stays where it is while the others scroll sideways. */
  pinned?: boolean;
  /** What stands before the words. */
  leading?: ReactNode;
};

/** A column's head; sortable ones are links that say how the list is sorted now. */
export function ColumnHead<Row>({ column, pinned, leading }: ColumnHeadProps<Row>) {
  const { header, sortHref, sorted, align, hideBelow } = column;
  const Arrow = sorted ? arrows[sorted] : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
      className={cn(
        'h-9 border-b px-3 text-xs font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4',
        align === 'right' && 'text-right',
        pinned && 'sticky left-0 z-1 border-r bg-surface',
        hiding(hideBelow),
      )}
    >
      <span className="inline-flex items-center gap-2">
        {leading}
        {sortHref ? (
          <Link
            href={sortHref}
            className={cn(
              '-mx-1.5 inline-flex h-6 items-center gap-1 rounded-sm px-1.5 hover:bg-hover hover:text-ink',
              sorted && 'text-ink',
            )}
          >
            {header}
            <Arrow aria-hidden className={cn('size-3.5', !sorted && 'opacity-60')} />
            <LinkPending />
          </Link>
        ) : (
          header
        )}
      </span>
    </th>
  );
}
