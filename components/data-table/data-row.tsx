import { PanelRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { cn } from '@/components/ui/cn';
import { ColourStripe } from '@/components/ui/colour-stripe';
import { hiding, type Column } from './column';

/** The list with a look at this row; from one look to the next is no step for Back. */
export type RowLook = { href: string; replace: boolean };

type DataRowProps<Row> = {
  row: Row;
  columns: Column<Row>[];
  href: string | null;
  colour: string | null;
  pinned: boolean;
  /** What stands before the first cell: the tick. */
  leading: ReactNode;
  look?: RowLook;
  isLooked?: boolean;
};

// Nothing that scrolls by may shine through it, so it has the row's own ground once more.
const pinnedStyle =
  'sticky left-0 z-1 border-r bg-surface [tr:hover>&]:bg-[linear-gradient(var(--color-hover),var(--color-hover))] ' +
  '[tr:has(a[data-row-link]:focus-visible)>&]:bg-accent-soft [tr:has(input:checked)>&]:bg-accent-soft [tr[aria-current]>&]:bg-accent-soft';

/** One row; its first cell is the link to what it stands for, its colour a stripe and a tint. */
export function DataRow<Row>(props: DataRowProps<Row>) {
  const { row, columns, href, colour, pinned, leading, look, isLooked = false } = props;
  const striped = pinned ? 2 : 1;
  return (
    <tr
      data-href={href ?? undefined}
      aria-current={isLooked || undefined}
      className={cn(
        'group/row relative z-0 hover:bg-hover has-[a[data-row-link]:focus-visible]:bg-accent-soft has-[input:checked]:bg-accent-soft aria-current:bg-accent-soft',
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
            pinned && index === 0 && pinnedStyle,
            hiding(hideBelow),
          )}
        >
          {index < striped && colour ? <ColourStripe colour={colour} /> : null}
          {index === 0 ? (
            <FirstCell href={href} leading={leading} look={look}>
              {cell(row)}
            </FirstCell>
          ) : (
            cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

type FirstCellProps = {
  href: string | null;
  leading: ReactNode;
  look: RowLook | undefined;
  children: ReactNode;
};

function FirstCell({ href, leading, look, children }: FirstCellProps) {
  const content = href ? (
    <Link
      href={href}
      data-row-link
      className="flex min-h-6 w-fit max-w-full min-w-0 items-center rounded-sm font-medium"
    >
      {children}
    </Link>
  ) : (
    children
  );
  return leading || look ? (
    <span className="flex min-w-0 items-center gap-2">
      {leading}
      {content}
      {look ? <LookLink {...look} /> : null}
    </span>
  ) : (
    content
  );
}

// No stop of Tab in every row: by keyboard it is o, and the row's page says all of it.
const LookLink = ({ href, replace }: RowLook) => (
  <Link
    href={href}
    replace={replace}
    scroll={false}
    prefetch={false}
    tabIndex={-1}
    data-row-look
    aria-label="Quick look"
    title="Quick look (o)"
    className={cn(
      buttonStyle('ghost', 'sm', true),
      '-my-0.5 ml-auto size-6 opacity-0 group-hover/row:opacity-100 group-has-focus-visible/row:opacity-100 group-aria-current/row:opacity-100 max-sm:hidden pointer-coarse:opacity-100',
    )}
  >
    <PanelRight aria-hidden />
  </Link>
);
