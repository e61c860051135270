import 'server-only';
import { inScope, isAbove } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import type { AccessChange } from './change';
import { superuserRemains } from './guards';

/** FROM and WHERE of the people of a set inside the actor's scope: `people` selects their ids. */
export const inSet = (actor: Actor, people: Prisma.Sql): Prisma.Sql => Prisma.sql`
  FROM user_access a
  WHERE a.user_id IN (${people}) AND ${inScope(actor, Prisma.sql`a.company_id`)}`;

/**
 * Why a person, over `a`, is left out of a change, or `done`; the first that applies. `guarded`: the
 * caller holds what keeps the last superuser, or only looks.
 */
export function verdict(
  actor: Actor,
  people: Prisma.Sql,
  change: AccessChange,
  guarded: boolean,
): Prisma.Sql {
  const self = Prisma.sql`WHEN a.user_id = ${actor.userId}::uuid THEN 'yourself'`;
  const last = Prisma.sql`
    WHEN a.admin_right = 'superuser' AND ${change.lessens ?? Prisma.sql`TRUE`}
      AND NOT (${guarded}::boolean AND ${superuserRemains(actor, people)}) THEN 'last-superuser'`;
  return Prisma.sql`CASE
    WHEN ${isAbove(actor)} THEN 'above-you'
    ${change.refused ?? Prisma.empty}
    WHEN ${change.already ?? Prisma.sql`FALSE`} THEN 'already'
    ${change.spares ? self : Prisma.empty}
    ${change.spares === 'access' ? last : Prisma.empty}
    ELSE 'done' END`;
}

/**
 * (user_id, outcome) of every person of a set: outside the scope, or gone, is `not-found`. These are
 * looked for only where somebody is missing.
 */
export const outcomesOf = (people: Prisma.Sql, judged: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT j.user_id, j.outcome FROM (${judged}) AS j
  UNION ALL
  SELECT p.user_id, 'not-found' FROM (${people}) AS p (user_id)
  WHERE (SELECT count(*) FROM (${judged}) AS j) < (SELECT count(*) FROM (${people}) AS p)
    AND NOT EXISTS (SELECT 1 FROM (${judged}) AS j WHERE j.user_id = p.user_id)`;

/**
 * What a change would do to a crowd now: locks and changes nothing. `settle` makes the statement of
 * (user_id, outcome), as for a change.
 */
export const judgeCrowd = (
  actor: Actor,
  people: Prisma.Sql,
  change: AccessChange,
  settle: (outcomes: Prisma.Sql) => Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  WITH judged AS MATERIALIZED (
    SELECT a.user_id, ${verdict(actor, people, change, true)} AS outcome ${inSet(actor, people)})
  ${settle(outcomesOf(people, Prisma.sql`SELECT user_id, outcome FROM judged`))}`;
