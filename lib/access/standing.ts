import 'server-only';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
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
