import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { transaction, type Lane, type Transaction } from '@/lib/core/db';
import { forbidden } from '@/lib/core/errors';
import { accessStatusSql } from './sql';

/**
 * Makes sure, inside the writing transaction, that the actor still is who they were at the gate:
 * of two administrators who put each other out at once, one comes second and is refused.
 */
export async function assertActorStands(tx: Transaction, actor: Actor): Promise<void> {
  const standing = await tx.$queryRaw<{ status: string }[]>`
    SELECT ${accessStatusSql()} AS status
    FROM user_access a LEFT JOIN companies c ON c.id = a.company_id
    WHERE a.user_id = ${actor.userId}::uuid AND a.is_staff
      AND a.admin_right::text IS NOT DISTINCT FROM ${actor.right}
      AND a.company_id IS NOT DISTINCT FROM ${actor.companyId}::uuid
    FOR SHARE OF a`;
  if (standing[0]?.status !== 'active') {
    throw forbidden('Your own access changed meanwhile. Load the page again.');
  }
}

/** One transaction of an administrator, in which they still are who they were at the gate. */
export const actorTransaction = <T>(
  { actor, lane }: { actor: Actor; lane?: Lane },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  transaction(async (tx) => {
    await assertActorStands(tx, actor);
    return work(tx);
  }, lane);

/**
 * Makes sure, inside the writing transaction, that the session from which somebody changes what is
 * theirs still holds: whoever was locked or put out meanwhile changes nothing more.
 */
export async function assertSessionStands(tx: Transaction, actor: Actor): Promise<void> {
  const standing = await tx.$queryRaw<{ status: string }[]>`
    SELECT ${accessStatusSql()} AS status
    FROM sessions s
    JOIN user_access a ON a.user_id = s.user_id
    LEFT JOIN companies c ON c.id = a.company_id
    WHERE s.id = ${actor.sessionId}::uuid AND s.user_id = ${actor.userId}::uuid
      AND s.ended_at IS NULL
    FOR SHARE OF a, s`;
  if (standing[0]?.status !== 'active') throw forbidden('Your session ended meanwhile.');
}
