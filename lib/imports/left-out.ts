import 'server-only';
import type { Transaction } from '@/lib/core/db';
import { invalid } from '@/lib/core/errors';
import type { HeldImport } from './held';
import type { ImportPlan } from './schema';

const GONE = 'This column was left out, and its cells are gone. Upload the file again to take it.';

/** Refuses, each at its field, to take columns that were left out when they were matched before. */
export function assertStored({ kept }: HeldImport, { columns }: ImportPlan): void {
  const { plan } = kept;
  const gone = columns.flatMap((field, place) =>
    plan && field && !plan.columns[place] ? [[`column-${place}`, GONE]] : [],
  );
  if (gone.length > 0) throw invalid(Object.fromEntries(gone) as Record<string, string>);
}

/** Removes the cells of columns that are left out: nobody asked for them, and they may tell anything. */
export async function dropLeftOut(
  tx: Transaction,
  { id, headers }: HeldImport,
  { columns }: ImportPlan,
): Promise<void> {
  const places = headers.flatMap((_, place) => (columns[place] ? [] : [place + 1]));
  await tx.$executeRaw`
    UPDATE import_rows r SET cells = ARRAY(
      SELECT CASE WHEN c.place = ANY (${places}::int[]) THEN '' ELSE c.cell END
      FROM unnest(r.cells) WITH ORDINALITY AS c (cell, place) ORDER BY c.place)
    WHERE r.import_id = ${id}::uuid
      AND EXISTS (SELECT FROM unnest(${places}::int[]) AS p (place) WHERE r.cells[p.place] <> '')`;
}
