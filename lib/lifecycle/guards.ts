import 'server-only';
import { accessStatusSql } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';

const SUPERUSER_LOCK = 72_001; // advisory lock: whoever may take the last superuser away

/** The people of a set, as a query of their ids. */
export const peopleOf = (userIds: string[]): Prisma.Sql =>
  Prisma.sql`SELECT unnest(${[...new Set(userIds)]}::uuid[]) AS user_id`;

/**
 * Serialises whatever could take the last superuser away, until the transaction ends. Taken only
 * when the set holds one, so that a mass change of others keeps nobody waiting.
 */
export async function guardSuperusers(tx: Transaction, people: Prisma.Sql): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ any: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM user_access
      WHERE admin_right = 'superuser' AND user_id IN (${people})) AS any`;
  if (!row?.any) return false;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SUPERUSER_LOCK}::int)`;
  return true;
}

/**
 * Would an effective superuser with a local password remain without these people (spec §9), and no
 * shorter than they would have?
 */
export const superuserRemains = (actor: Actor, people: Prisma.Sql): Prisma.Sql => Prisma.sql`
  EXISTS (
    SELECT 1 FROM user_access a
    JOIN password_credentials k ON k.user_id = a.user_id
    JOIN users u ON u.id = a.user_id AND u.source = 'local'
    LEFT JOIN companies c ON c.id = a.company_id
    WHERE a.admin_right = 'superuser' AND ${accessStatusSql()} = 'active'
      AND (a.user_id = ${actor.userId}::uuid
        OR NOT EXISTS (SELECT 1 FROM (${people}) AS p (user_id) WHERE p.user_id = a.user_id))
      AND coalesce(a.end_date, 'infinity') >= ALL (
        SELECT coalesce(x.end_date, 'infinity') FROM user_access x
        WHERE x.admin_right = 'superuser' AND x.user_id IN (${people})))`;
