import 'server-only';
import { Prisma } from '@/lib/core/db';
import type { ExportSource } from '@/lib/excel/source';
import { IMPORT_FIELD_LABELS } from './labels';
import type { ImportDetails } from './queries';
import type { RowErrors } from './values/person';

/** Errors as one cell: `Phone: …; Groups: …`. */
function errorText(json: string | null): string {
  const errors = JSON.parse(json ?? '{}') as RowErrors;
  return Object.entries(errors)
    .map(([field, message]) =>
      field === 'row'
        ? message
        : `${IMPORT_FIELD_LABELS[field as keyof typeof IMPORT_FIELD_LABELS]}: ${message}`,
    )
    .join('; ');
}

/**
 * An import, row by row, as the file had it but for the columns left out, with what became of each
 * (spec §17). The caller has it from getImport(), so it is the actor's own.
 */
export function importExport(it: ImportDetails): ExportSource {
  const { id, fileName, state } = it;
  const taken = it.headers.flatMap((header, place) =>
    it.plan?.columns[place] ? [{ header, place }] : [],
  );
  const rows = Prisma.sql`FROM import_rows r WHERE r.import_id = ${id}::uuid AND r.cells <> '{}'`;
  const good = state === 'done' ? 'Created' : 'Can be created';
  return {
    name: 'Import result',
    question: `import ${id}, ${fileName}`,
    columns: [
      { header: 'Row', width: 8, kind: 'number' },
      { header: 'Outcome', width: 16 },
      { header: 'What is wrong', width: 60 },
      ...taken.map(({ header }) => ({ header: header || '(no header)', width: 22 })),
    ],
    total: Prisma.sql`SELECT count(*) ${rows}`,
    query: Prisma.sql`
      SELECT json_build_array(r.number::text, r.errors::text, to_json(r.cells)::text)::text
      ${rows} ORDER BY r.number`,
    toRow: ([number = null, errors = null, cells = null]) => {
      const texts = JSON.parse(cells ?? '[]') as string[];
      return {
        cells: [
          Number(number),
          errors ? 'Refused' : good,
          errorText(errors),
          ...taken.map(({ place }) => texts[place] ?? ''),
        ],
      };
    },
  };
}
