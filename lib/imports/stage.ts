import 'server-only';
import { Prisma, type Transaction } from '@/lib/core/db';
import type { ImportPlan } from './schema';
import { rowReader } from './values/person';

const BATCH = 1000; // rows of a look: some ten milliseconds, then others have their turn

const COLUMNS = Prisma.sql`number int, email text, "firstName" text, "lastName" text, phone text,
  company text, department text, position text, "startDate" date, "endDate" date, colour text,
  groups text[], roles text[], errors jsonb`;

type Row = [number: number, cells: string[]];
export type Staged = { id: string; headers: string[]; plan: ImportPlan };

// As one JSON, which is read many times faster than arrays of the database one by one.
async function rowsAfter(tx: Transaction, { id }: Staged, number: number): Promise<Row[]> {
  const [batch] = await tx.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_array(r.number, r.cells) ORDER BY r.number)::text AS rows
    FROM (SELECT number, cells FROM import_rows
      WHERE import_id = ${id}::uuid AND number > ${number}::int AND cells <> '{}'
      ORDER BY number LIMIT ${BATCH}) r`;
  return JSON.parse(batch?.rows ?? '[]') as Row[];
}

/**
 * Reads the rows of an import into the transaction's own table import_staged: people as they would
 * be, and what is wrong in their form.
 */
export async function stageRows(tx: Transaction, it: Staged): Promise<void> {
  // Compiling a statement would take longer than it runs.
  await tx.$executeRaw`SET LOCAL jit = off`;
  await tx.$executeRaw`CREATE TEMP TABLE import_staged (${COLUMNS}) ON COMMIT DROP`;
  const read = rowReader(it.headers, it.plan);
  for (let last = 0; ;) {
    const rows = await rowsAfter(tx, it, last);
    if (rows.length === 0) break;
    last = rows.at(-1)?.[0] ?? last;
    const people = rows.map(([number, cells]) => {
      const { person, errors } = read(cells);
      return { number, groups: [], roles: [], ...person, errors };
    });
    await tx.$executeRaw`
      INSERT INTO import_staged
      SELECT * FROM json_to_recordset(${JSON.stringify(people)}::json) AS p (${COLUMNS})`;
  }
  await tx.$executeRaw`ANALYZE import_staged (email, company, department, position)`;
}
