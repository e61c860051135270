import type { Column } from '@/components/data-table/column';
import { IMPORT_FIELD_LABELS } from '@/lib/imports/labels';
import type { ImportDetails, ImportRow } from '@/lib/imports/queries';
import type { ImportField, ImportPlan } from '@/lib/imports/schema';
import { rowReader, type ReadRow } from '@/lib/imports/values/person';
import { Cell } from './cell';
import { RowOutcome } from './row-outcome';

/** What a field of the row is stored as; null: not at all. */
function stored({ person }: ReadRow, field: ImportField): string | null {
  const value = person[field];
  return (Array.isArray(value) ? value.join('; ') : value) ?? null;
}

/** The row's number and outcome, then its mapped columns in the order of the file. */
export function columns(it: ImportDetails, plan: ImportPlan): Column<ImportRow>[] {
  const read = rowReader(it.headers, plan);
  const mapped = plan.columns.flatMap((field, place) => (field ? [{ field, place }] : []));
  return [
    {
      id: 'number',
      header: 'Row',
      align: 'right',
      width: 64,
      cell: ({ number }) => <span data-tabular>{number.toLocaleString('en')}</span>,
    },
    {
      id: 'outcome',
      header: 'Outcome',
      cell: (row) => <RowOutcome row={row} isDone={it.state === 'done'} />,
    },
    ...mapped.map(({ field, place }) => ({
      id: field,
      header: IMPORT_FIELD_LABELS[field],
      cell: (row: ImportRow) => (
        <Cell
          written={row.cells[place] ?? ''}
          stored={stored(read(row.cells), field)}
          error={row.errors?.[field] ?? null}
        />
      ),
    })),
  ];
}
