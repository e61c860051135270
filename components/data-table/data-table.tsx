import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { ColumnHead } from './column-head';
import { DataRow, type RowLook } from './data-row';
import { TableKeys } from './table-keys';
import { hiding, type Column } from './column';

export type Density = 'comfortable' | 'compact';

type DataTableProps<Row> = {
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string | null;
  rowColour?: (row: Row) => string | null;
  /** Rows can be looked at beside the list: where that is, and the key of the one that is. */
  look?: { row: (row: Row) => RowLook; looked: string | undefined };
  /** Shown instead of rows when there are none. */
  empty: ReactNode;
  density?: Density;
  /** The first column stays where it is while the others scroll sideways. */
  pinned?: boolean;
  /** What stands before the first cell of a row, and of the head: ticks. */
  leading?: { head: ReactNode; row: (row: Row) => ReactNode };
  /** What the table holds, for those who cannot see it. */
  caption?: string;
};

/** So many rows are shown whole, and the frame ends with them. */
const FEW = 6;

/**
 * A table drawn on the server: header fixed, scrolling by itself, sorted by links. The first
 * column's cell becomes the row's link; a small script adds j, k, Enter, o, x and clicks on rows.
 * While the list is asked anew it fades.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, empty, density = 'comfortable', caption = 'Results' } = props;
  const { pinned = false, leading, look } = props;
  return (
    <TableKeys
      label={caption}
      className={cn(
        'group relative min-w-0 overflow-auto rounded-lg border bg-surface focus-visible:outline-offset-0',
        'transition-opacity [main:has([data-pending])_&]:opacity-60 [main:has([data-pending])_&]:delay-150',
        'md:max-h-[calc(100dvh-6rem)] md:shrink!',
        rows.length > FEW && 'md:min-h-80',
      )}
      density={density}
    >
      <table className="w-full border-separate border-spacing-0 text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {columns.map(({ id, width, hideBelow }) => (
            <col key={id} width={width} className={hiding(hideBelow)} />
          ))}
        </colgroup>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            {columns.map((column, index) => (
              <ColumnHead
                key={column.id}
                column={column}
                pinned={pinned && index === 0}
                leading={index === 0 ? leading?.head : undefined}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DataRow
              key={props.rowKey(row)}
              row={row}
              columns={columns}
              href={props.rowHref?.(row) ?? null}
              colour={props.rowColour?.(row) ?? null}
              pinned={pinned}
              leading={leading?.row(row)}
              {...(look && { look: look.row(row), isLooked: look.looked === props.rowKey(row) })}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <div className="sticky left-0">{empty}</div> : null}
    </TableKeys>
  );
}
