import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { offsetOf } from '@/lib/core/paging';
import { guessColumns } from './guess';
import { IS_EXPIRED, type Kept } from './held';
import { TAKEN, TWIN } from './judge';
import { stateOf } from './policy';
import type { ImportPlan, ImportRowsQuery, ImportState } from './schema';
import type { RowErrors } from './values/person';

export type ImportSummary = {
  id: string;
  fileName: string;
  createdAt: Date;
  /** Rows of the file below its headers, empty ones included. */
  size: number;
  created: number | null;
  state: ImportState;
};
export type ImportDetails = ImportSummary & Kept & { headers: string[] };

type Found = Omit<ImportDetails, 'state' | keyof Kept> & { kept: Kept; isExpired: boolean };

const FIELDS = Prisma.sql`i.id, i.file_name AS "fileName", i.created_at AS "createdAt", i.size,
  i.created, i.headers, i.mapping AS kept, ${IS_EXPIRED} AS "isExpired"`;

function detailsOf({ kept, isExpired, ...found }: Found): ImportDetails {
  const { created } = found;
  const state = stateOf({ isExpired, isDone: created !== null, isMapped: kept.plan !== null });
  return { ...found, ...kept, state };
}

const RECENT = 10;

/** The actor's own last imports, newest first. */
export async function listImports(actor: Actor): Promise<ImportSummary[]> {
  const found = await db().$queryRaw<Found[]>`
    SELECT ${FIELDS} FROM imports i WHERE i.owner_id = ${actor.userId}::uuid
    ORDER BY i.id DESC LIMIT ${RECENT}`;
  return found.map(detailsOf);
}

/** An import of the actor's own; 404 for anybody else's (security 33). */
export async function getImport(actor: Actor, id: string): Promise<ImportDetails> {
  const [found] = await db().$queryRaw<Found[]>`
    SELECT ${FIELDS} FROM imports i
    WHERE i.id = ${id}::uuid AND i.owner_id = ${actor.userId}::uuid`;
  if (!found) throw notFound('This import');
  return detailsOf(found);
}

/** How the columns are matched to begin with: as already done, as last time for these headers, as guessed. */
export async function suggestedPlan(actor: Actor, it: ImportDetails): Promise<ImportPlan> {
  if (it.plan) return it.plan;
  const [last] = await db().$queryRaw<{ plan: ImportPlan }[]>`
    SELECT i.mapping->'plan' AS plan FROM imports i
    WHERE i.owner_id = ${actor.userId}::uuid AND i.headers = ${it.headers}
      AND i.mapping->>'plan' IS NOT NULL
    ORDER BY i.id DESC LIMIT 1`;
  if (last) return last.plan;
  const columns = guessColumns(it.headers);
  return {
    columns,
    companyId: columns.includes('company') ? null : actor.companyId,
    dateOrder: null,
    country: null,
    groupsFromRoles: true,
    createMissing: false,
  };
}

export type ImportRow = { number: number; cells: string[]; errors: RowErrors | null };

const FILLED = Prisma.sql`r.cells <> '{}'`;
const ofImport = (id: string) => Prisma.sql`FROM import_rows r WHERE r.import_id = ${id}::uuid`;

const shown = ({ show }: Pick<ImportRowsQuery, 'show'>) =>
  show === 'errors' ? Prisma.sql`r.errors IS NOT NULL` : FILLED;

/** One page of the rows of an import that getImport() gave, in the order of the file. */
export const listImportRows = ({ id }: ImportDetails, query: ImportRowsQuery) =>
  db().$queryRaw<ImportRow[]>`
    SELECT r.number, r.cells, r.errors ${ofImport(id)} AND ${shown(query)}
    ORDER BY r.number LIMIT ${query.size} OFFSET ${offsetOf(query)}`;

/** The first rows with something in them. */
export const sampleRows = ({ id }: ImportDetails, size: number) => db().$queryRaw<ImportRow[]>`
  SELECT r.number, r.cells, r.errors ${ofImport(id)} AND ${FILLED} ORDER BY r.number LIMIT ${size}`;

export type ImportCounts = {
  good: number;
  bad: number;
  empty: number;
  taken: number;
  twins: number;
  /** Rows with fewer cells than headers. */
  short: number;
};

/** What the check found, by kind; good, bad and empty are all rows together. */
export async function countImportRows({ id, headers }: ImportDetails): Promise<ImportCounts> {
  const [counts] = await db().$queryRaw<ImportCounts[]>`
    SELECT (count(*) FILTER (WHERE ${FILLED} AND r.errors IS NULL))::int AS good,
      (count(*) FILTER (WHERE r.errors IS NOT NULL))::int AS bad,
      (count(*) FILTER (WHERE NOT ${FILLED}))::int AS empty,
      (count(*) FILTER (WHERE r.errors->>'email' = ${TAKEN}))::int AS taken,
      (count(*) FILTER (WHERE starts_with(r.errors->>'email', ${TWIN})))::int AS twins,
      (count(*) FILTER (WHERE ${FILLED} AND cardinality(r.cells) < ${headers.length}::int))::int AS short
    ${ofImport(id)}`;
  return counts ?? { good: 0, bad: 0, empty: 0, taken: 0, twins: 0, short: 0 };
}

export type FrequentError = { field: keyof RowErrors; message: string; rows: number };

const MOST_ERRORS = 12;

/** The errors that most rows have. */
export const frequentErrors = ({ id }: ImportDetails) => db().$queryRaw<FrequentError[]>`
  SELECT e.key AS field,
    CASE WHEN starts_with(e.value, ${TWIN}) THEN 'The same e-mail is in several rows.' ELSE e.value END
      AS message, count(*)::int AS rows
  FROM import_rows r CROSS JOIN LATERAL jsonb_each_text(r.errors) AS e
  WHERE r.import_id = ${id}::uuid AND r.errors IS NOT NULL
  GROUP BY 1, 2 ORDER BY rows DESC, field, message LIMIT ${MOST_ERRORS}`;
