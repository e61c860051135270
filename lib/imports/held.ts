import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma, sqlState, type Transaction } from '@/lib/core/db';
import { conflict, notFound } from '@/lib/core/errors';
import { UNUSED_KEPT_HOURS } from '@/lib/core/retention';
import type { ImportPlan, Source } from './schema';

/** What is kept of an import beside its rows: how it was read, and how its columns are matched. */
export type Kept = { source: Source; plan: ImportPlan | null; invited?: number };

/** Is an import of yesterday, over the alias `i`. */
export const IS_EXPIRED = Prisma.sql`
  (i.executed_at IS NULL AND i.created_at < now() - make_interval(hours => ${UNUSED_KEPT_HOURS}::int))`;

export type HeldImport = {
  id: string;
  fileName: string;
  headers: string[];
  kept: Kept;
  isExpired: boolean;
  /** How many were created; null: not carried out yet. */
  created: number | null;
};

const HELD = '55P03'; // lock_not_available: somebody holds it

// Nobody waits with a connection: the check of a large file takes seconds.
const hold = (tx: Transaction, actor: Actor, id: string) => tx.$queryRaw<HeldImport[]>`
  SELECT i.id, i.file_name AS "fileName", i.headers, i.mapping AS kept,
    ${IS_EXPIRED} AS "isExpired", i.created
  FROM imports i WHERE i.id = ${id}::uuid AND i.owner_id = ${actor.userId}::uuid
  FOR UPDATE NOWAIT`;

/**
 * Holds an import of the actor until the transaction ends; 404 for anybody else's, a conflict while
 * it is held already.
 */
export async function holdImport(tx: Transaction, actor: Actor, id: string): Promise<HeldImport> {
  const [held] = await hold(tx, actor, id).catch((error: unknown) => {
    if (sqlState(error) !== HELD) throw error;
    throw conflict('This import is being checked just now. Load the page again in a moment.');
  });
  if (!held) throw notFound('This import');
  return held;
}
