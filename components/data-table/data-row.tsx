import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { ColourStripe } from '@/components/ui/colour-stripe';
import { hiding, type Column } from './column';

type DataRowProps<Row> = {
  row: Row;
  columns: Column<Row>[];
  href: string | null;
  colour: string | null;
};

/** One row; its first cell is the link to what it stands for, its colour a stripe and a tint. */
export function DataRow<Row>({ row, columns, href, colour }: DataRowProps<Row>) {
  return (
    <tr
      data-href={href ?? undefined}
      className={cn(
        'relative z-0 hover:bg-hover has-[a[data-row-link]:focus-visible]:bg-accent-soft has-[input:checked]:bg-accent-soft',
        href && 'cursor-pointer',
      )}
    >
      {columns.map(({ id, cell, align, hideBelow }, index) => (
        <td
          key={id}
          className={cn(
            'h-10 max-w-72 truncate border-b px-3 group-data-[density=compact]:h-8 max-sm:max-w-[52vw] [tr:last-child>&]:border-b-0',
            'first:pl-4 last:pr-4',
            align === 'right' && 'text-right',
            hiding(hideBelow),
          )}
        >
          {index === 0 && colour ? <ColourStripe colour={colour} /> : null}
          {index === 0 && href ? (
            <Link
              href={href}
              data-row-link
              className="flex min-h-6 w-fit max-w-full items-center rounded-sm font-medium"
            >
              {cell(row)}
            </Link>
          ) : (
            cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}
