import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { conflict, notFound } from '@/lib/core/errors';
import type { BulkChange } from './schema';

/** A preview is of its day: who looked yesterday looks again. */
const STANDS = Prisma.sql`interval '12 hours'`;

export type Claimed = { listId: string; change: BulkChange; size: number };

/**
 * Claims a previewed run of the actor's own, once: undefined when it was carried out before, by this
 * request sent twice. An old preview is refused, anybody else's is 404.
 */
export async function claim(
  tx: Transaction,
  actor: Actor,
  runId: string,
): Promise<Claimed | undefined> {
  const [claimed] = await tx.$queryRaw<Claimed[]>`
    UPDATE bulk_runs r SET executed_at = now() FROM frozen_lists l
    WHERE r.id = ${runId}::uuid AND r.actor_id = ${actor.userId}::uuid AND r.executed_at IS NULL
      AND r.created_at > now() - ${STANDS} AND l.id = r.list_id
    RETURNING r.list_id AS "listId", r.change, l.size`;
  if (claimed) return claimed;
  const run = await tx.bulkRun.findFirst({ where: { id: runId, actorId: actor.userId } });
  if (!run) throw notFound('This preview');
  if (run.executedAt) return undefined;
  throw conflict('This preview is of another day. Preview the change again, then go on.');
}
