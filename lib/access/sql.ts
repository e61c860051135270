import 'server-only';
import { Prisma } from '@/lib/core/db';
import type { Actor } from '@/lib/core/actor';
import { RANK, rankOf } from './rights';

// Fragments over the aliases `a` (user_access) and `c` (companies, left joined on a.company_id).

/** The calendar day at a moment in the company's time zone; there is no other calendar than this. */
export const todaySql = (at: Prisma.Sql = Prisma.sql`now()`): Prisma.Sql =>
  Prisma.sql`(${at} AT TIME ZONE coalesce(c.time_zone, 'UTC'))::date`;

/** accessStatus() of lib/access/decision.ts in SQL, at `at` (default: the transaction's now). */
export function accessStatusSql(at: Prisma.Sql = Prisma.sql`now()`): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN NOT a.is_active THEN 'deactivated'
    WHEN a.locked_at IS NOT NULL THEN 'locked'
    WHEN a.start_date > ${todaySql(at)} THEN 'not-started'
    WHEN a.end_date < ${todaySql(at)} THEN 'expired'
    WHEN a.directory_allows IS FALSE THEN 'directory'
    ELSE 'active' END`;
}

/** The people an actor may see or act on, as a condition on a company column (spec §11). */
export function inScope(actor: Actor, companyColumn: Prisma.Sql): Prisma.Sql {
  if (actor.right === 'superuser') return Prisma.sql`TRUE`;
  if (actor.right === null || actor.companyId === null) return Prisma.sql`FALSE`;
  return Prisma.sql`${companyColumn} = ${actor.companyId}::uuid`;
}

const RANK_SQL = Prisma.sql`CASE a.admin_right ${Prisma.join(
  Object.entries(RANK).map(
    ([right, rank]) => Prisma.sql`WHEN ${right}::admin_right THEN ${rank}::int`,
  ),
  ' ',
)} ELSE 0 END`;

/** Does a person hold a right above the actor's? Nobody acts on them. */
export const isAbove = (actor: Actor): Prisma.Sql =>
  Prisma.sql`${RANK_SQL} > ${rankOf(actor.right)}::int`;
