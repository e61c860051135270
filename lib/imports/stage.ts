import 'server-only';
import { Prisma, type Transaction } from '@/lib/core/db';
import type { ImportPlan } from './schema';
import { rowReader, type ReadRow } from './values/person';

const BATCH = 1000; // rows of a look: some ten milliseconds, then others have their turn

const COLUMNS = Prisma.sql`number int, email text, first_name text, last_name text, phone text,
  company text, department text, position text, start_date date, end_date date, colour text,
  groups text[], roles text[], errors jsonb`;
const NAMES = Prisma.sql`number, email, first_name, last_name, phone, company, department, position,
  start_date, end_date, colour, groups, roles, errors`;

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

/** A person in the words of the table. */
const reading = (number: number, { person, errors }: ReadRow) => {
  const { firstName, lastName, startDate, endDate, groups = [], roles = [], ...same } = person;
  const named = { first_name: firstName, last_name: lastName, start_date: startDate };
  return { number, ...same, ...named, end_date: endDate, groups, roles, errors };
};

async function readRows(tx: Transaction, it: Staged): Promise<void> {
  const read = rowReader(it.headers, it.plan);
  for (let last = 0; ;) {
    const rows = await rowsAfter(tx, it, last);
    if (rows.length === 0) break;
    last = rows.at(-1)?.[0] ?? last;
    const people = rows.map(([number, cells]) => reading(number, read(cells)));
    await tx.$executeRaw`
      INSERT INTO import_staged
      SELECT * FROM json_to_recordset(${JSON.stringify(people)}::json) AS p (${COLUMNS})`;
  }
}

async function staging(tx: Transaction, fill: () => Promise<unknown>): Promise<void> {
  // Compiling a statement would take longer than it runs.
  await tx.$executeRaw`SET LOCAL jit = off`;
  await tx.$executeRaw`CREATE TEMP TABLE import_staged (${COLUMNS}) ON COMMIT DROP`;
  await fill();
  await tx.$executeRaw`ANALYZE import_staged (email, company, department, position)`;
}

/**
 * Reads the rows of an import into the transaction's own table import_staged: people as they would
 * be, and what is wrong in their form; and keeps it for the import to be carried out.
 */
export async function stageRows(tx: Transaction, it: Staged): Promise<void> {
  await staging(tx, () => readRows(tx, it));
  await forgetReadings(tx, it.id);
  await tx.$executeRaw`
    INSERT INTO import_readings (import_id, ${NAMES}) SELECT ${it.id}::uuid, ${NAMES} FROM import_staged`;
}

/** What stageRows() kept of an import, in import_staged again. */
export const stageReadings = (tx: Transaction, id: string): Promise<void> =>
  staging(
    tx,
    () => tx.$executeRaw`
      INSERT INTO import_staged (${NAMES})
      SELECT ${NAMES} FROM import_readings WHERE import_id = ${id}::uuid`,
  );

/** Removes what stageRows() kept. */
export const forgetReadings = (tx: Transaction, id: string): Promise<number> =>
  tx.$executeRaw`DELETE FROM import_readings WHERE import_id = ${id}::uuid`;
