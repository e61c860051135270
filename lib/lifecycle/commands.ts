import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { inScope } from '@/lib/access/sql';
import { assertActorStands } from '@/lib/access/standing';
import { recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import { endSessions } from '@/lib/sessions/end';
import { changeAccess, judgeRank, lifecycleTransaction } from './change-access';
import { peopleOf } from './guards';
import type { PersonOutcome } from './outcome';
import type { PeopleAndReason, PeopleSet } from './schema';

const LOCK = Prisma.sql`jsonb_build_object('lockedAt', a.locked_at, 'reason', a.lock_reason)`;
const ACTIVE = Prisma.sql`jsonb_build_object('isActive', a.is_active)`;

/** Locks people: out on their next request, sessions ended, contracts untouched (spec §9). */
export async function lockUsers(actor: Actor, input: PeopleAndReason): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.lock');
  return changeAccess(actor, input.userIds, {
    already: Prisma.sql`a.locked_at IS NOT NULL`,
    set: Prisma.sql`locked_at = now(), lock_reason = ${input.reason},
      locked_by_id = ${actor.userId}::uuid`,
    kept: LOCK,
    audit: (changed) => recordSet(actor, 'user.locked', changed),
    endsSessions: 'locked',
  });
}

/** Unlocks people; whoever is deactivated stays so, and no session comes back. */
export async function unlockUsers(actor: Actor, input: PeopleSet): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.lock');
  return changeAccess(actor, input.userIds, {
    already: Prisma.sql`a.locked_at IS NULL`,
    set: Prisma.sql`locked_at = NULL, lock_reason = NULL, locked_by_id = NULL`,
    kept: LOCK,
    audit: (changed) => recordSet(actor, 'user.unlocked', changed),
  });
}

/** Deactivates people: out on their next request, sessions ended. */
export async function deactivateUsers(actor: Actor, input: PeopleSet): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.deactivate');
  return changeAccess(actor, input.userIds, {
    already: Prisma.sql`NOT a.is_active`,
    set: Prisma.sql`is_active = FALSE`,
    kept: ACTIVE,
    audit: (changed) => recordSet(actor, 'user.deactivated', changed),
    endsSessions: 'deactivated',
  });
}

/** Activates people; whoever is locked stays so, and no session comes back. */
export async function activateUsers(actor: Actor, input: PeopleSet): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.deactivate');
  return changeAccess(actor, input.userIds, {
    already: Prisma.sql`a.is_active`,
    set: Prisma.sql`is_active = TRUE`,
    kept: ACTIVE,
    audit: (changed) => recordSet(actor, 'user.activated', changed),
  });
}

/** Ends every session of people, who may sign in again. Own sessions are ended in the cabinet. */
export async function endSessionsOf(actor: Actor, input: PeopleSet): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.end-sessions');
  const people = peopleOf(input.userIds);
  return lifecycleTransaction(async (tx) => {
    await assertActorStands(tx, actor);
    return tx.$queryRaw<PersonOutcome[]>`
      WITH judged AS MATERIALIZED (
        SELECT a.user_id, a.company_id, CASE ${judgeRank(actor)}
          WHEN a.user_id = ${actor.userId}::uuid THEN 'yourself' ELSE 'done' END AS outcome
        FROM user_access a
        WHERE a.user_id IN (${people}) AND ${inScope(actor, Prisma.sql`a.company_id`)}),
      ended AS (
        ${endSessions('ended_by_admin', Prisma.sql`s.user_id IN (SELECT user_id FROM judged WHERE outcome = 'done')`)}
        RETURNING s.user_id),
      counted AS (SELECT user_id, count(*) AS sessions FROM ended GROUP BY user_id),
      audited AS (${recordSet(
        actor,
        'user.sessions-ended',
        Prisma.sql`SELECT user_id, company_id, NULL::jsonb AS before,
            jsonb_build_object('sessions', sessions) AS after
          FROM counted JOIN judged USING (user_id)`,
      )})
      SELECT p.user_id AS "userId", CASE
        WHEN j.outcome = 'done' AND n.user_id IS NULL THEN 'already'
        ELSE coalesce(j.outcome, 'not-found') END AS outcome
      FROM (${people}) AS p (user_id)
      LEFT JOIN judged j USING (user_id) LEFT JOIN counted n USING (user_id)`;
  });
}
