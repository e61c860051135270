import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { hiding, type Column } from './column';

const arrows = { asc: ArrowUp, desc: ArrowDown };

/** A column's head; sortable ones are links that say how the list is sorted now. */
export function ColumnHead<Row>({ column }: { column: Column<Row> }) {
  const { header, sortHref, sorted, align, hideBelow } = column;
  const Arrow = sorted ? arrows[sorted] : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
      className={cn(
        'h-9 border-b px-3 text-xs font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4',
        align === 'right' && 'text-right',
        hiding(hideBelow),
      )}
    >
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
        </Link>
      ) : (
        header
      )}
    </th>
  );
}
