import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { accessStatusSql, inScope } from '@/lib/access/sql';
import { assertActorStands } from '@/lib/access/standing';
import { recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import { INVITATION, sendLinks, VALID_FOR, voidLinks } from '@/lib/links/links';
import { mailTo } from '@/lib/mail/outbox';
import type { LinkPurpose } from '@/lib/generated/prisma/enums';
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
    spares: 'access',
    endsSessions: 'locked',
    also: (tx, done) => tx.$executeRaw(voidLinks(done)),
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
    spares: 'access',
    endsSessions: 'deactivated',
    also: (tx, done) => tx.$executeRaw(voidLinks(done)),
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

const CHANGE_OWED = Prisma.sql`jsonb_build_object('passwordChangeOwed', a.password_change_owed)`;
const TWO_FACTOR_REQUIRED = Prisma.sql`jsonb_build_object('twoFactorRequired', a.two_factor_required)`;
const TWO_FACTOR = Prisma.sql`jsonb_build_object('twoFactor', a.two_factor_enabled_at)`;

const HAS_PASSWORD = Prisma.sql`EXISTS (
  SELECT 1 FROM password_credentials k WHERE k.user_id = a.user_id)`;
/** Who has no password may be signed in all the same, or about to be by First Login. */
const HAS_OTHER_WAY_IN = Prisma.sql`(
  EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = a.user_id AND s.ended_at IS NULL)
  OR EXISTS (SELECT 1 FROM access_links l WHERE l.user_id = a.user_id
    AND l.purpose = 'first_login' AND l.consumed_at IS NULL AND l.voided_at IS NULL))`;
/** Their directory holds the password. */
const DIRECTORY = Prisma.sql`WHEN EXISTS (
  SELECT 1 FROM users u WHERE u.id = a.user_id AND u.source = 'directory') THEN 'directory'`;

/** Who may not enter has no use for a link; named like the outcome. */
const KEPT_OUT = Prisma.sql`WHEN (
  SELECT ${accessStatusSql()} FROM (SELECT a.company_id) AS of
  LEFT JOIN companies c ON c.id = of.company_id) <> 'active' THEN 'kept-out'`;

const INVITED = (link: LinkPurpose) => Prisma.sql`jsonb_build_object('link', ${link}::text)`;

/** Mails people a link to choose a password with; it counts for an hour. */
export async function sendPasswordReset(actor: Actor, input: PeopleSet): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.invite');
  return changeAccess(actor, input.userIds, {
    refused: Prisma.sql`${DIRECTORY} ${KEPT_OUT}`,
    kept: INVITED('password_reset'),
    audit: (changed) => recordSet(actor, 'user.invited', changed),
    also: (tx, done) =>
      sendLinks(tx, done, { ...INVITATION.password_reset, requestedById: actor.userId }),
  });
}

/**
 * Mails people the link of their first login, which counts for a week and asks for the company's
 * control word. Not to whoever completed theirs, nor where the company has no control word.
 */
export async function sendFirstLogin(actor: Actor, input: PeopleSet): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.invite');
  return changeAccess(actor, input.userIds, {
    refused: Prisma.sql`${DIRECTORY} ${KEPT_OUT}
      WHEN NOT EXISTS (SELECT 1 FROM companies w
        WHERE w.id = a.company_id AND w.control_word_hash IS NOT NULL) THEN 'no-control-word'`,
    already: Prisma.sql`NOT a.profile_completion_owed OR ${HAS_PASSWORD}`,
    kept: INVITED('first_login'),
    audit: (changed) => recordSet(actor, 'user.invited', changed),
    also: (tx, done) =>
      sendLinks(tx, done, { ...INVITATION.first_login, requestedById: actor.userId }),
  });
}

/** Has people change their password on their next request; who has none chooses one anyway. */
export async function forcePasswordChange(
  actor: Actor,
  input: PeopleSet,
): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.set-password');
  return changeAccess(actor, input.userIds, {
    refused: Prisma.sql`${DIRECTORY} WHEN NOT ${HAS_PASSWORD} THEN 'no-password'`,
    already: Prisma.sql`a.password_change_owed`,
    set: Prisma.sql`password_change_owed = TRUE`,
    kept: CHANGE_OWED,
    audit: (changed) => recordSet(actor, 'user.password-change-forced', changed),
  });
}

/**
 * Takes people's passwords away, ends their sessions and mails each the only way back: a leaked
 * password must not choose its successor (spec §4).
 */
export async function invalidatePasswords(
  actor: Actor,
  input: PeopleSet,
): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.set-password');
  return changeAccess(actor, input.userIds, {
    refused: DIRECTORY,
    already: Prisma.sql`NOT (${HAS_PASSWORD} OR ${HAS_OTHER_WAY_IN})`,
    set: Prisma.sql`password_change_owed = FALSE`,
    kept: CHANGE_OWED,
    audit: (changed) => recordSet(actor, 'user.password-invalidated', changed),
    spares: 'access',
    endsSessions: 'password_changed',
    also: async (tx, done) => {
      await tx.$executeRaw`DELETE FROM password_credentials WHERE user_id IN (${done})`;
      await tx.$executeRaw`DELETE FROM known_devices WHERE user_id IN (${done})`;
      await tx.$executeRaw(voidLinks(done));
      await sendLinks(tx, done, {
        purpose: 'password_reset',
        template: 'password-invalidated',
        validFor: VALID_FOR.reset,
        requestedById: actor.userId,
      });
    },
  });
}

/** Requires a second factor: who has none sets it up on the next request, before all else. */
export async function requireTwoFactor(actor: Actor, input: PeopleSet): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.two-factor');
  return changeAccess(actor, input.userIds, {
    already: Prisma.sql`a.two_factor_required`,
    set: Prisma.sql`two_factor_required = TRUE`,
    kept: TWO_FACTOR_REQUIRED,
    audit: (changed) => recordSet(actor, 'user.two-factor-required', changed),
  });
}

/** Leaves the second factor to people themselves again; nobody lifts their own requirement. */
export async function liftTwoFactor(actor: Actor, input: PeopleSet): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.two-factor');
  return changeAccess(actor, input.userIds, {
    already: Prisma.sql`NOT a.two_factor_required`,
    set: Prisma.sql`two_factor_required = FALSE`,
    kept: TWO_FACTOR_REQUIRED,
    audit: (changed) => recordSet(actor, 'user.two-factor-lifted', changed),
    spares: 'self',
  });
}

/**
 * Removes people's second factor, for who lost theirs: never one's own, with a reason; sessions end
 * and each is mailed (spec §5).
 */
export async function resetTwoFactor(
  actor: Actor,
  { userIds, reason }: PeopleAndReason,
): Promise<PersonOutcome[]> {
  assertCan(actor, 'users.two-factor');
  return changeAccess(actor, userIds, {
    already: Prisma.sql`a.two_factor_enabled_at IS NULL`,
    set: Prisma.sql`two_factor_enabled_at = NULL`,
    // Of what follows, as with a lock: a reason that stood before as well would be no change.
    kept: Prisma.sql`${TWO_FACTOR} || jsonb_build_object(
      'reason', CASE WHEN a.two_factor_enabled_at IS NULL THEN ${reason}::text END)`,
    audit: (changed) => recordSet(actor, 'user.two-factor-reset', changed),
    spares: 'self',
    endsSessions: 'second_factor_changed',
    also: async (tx, done) => {
      await tx.$executeRaw`DELETE FROM totp_credentials WHERE user_id IN (${done})`;
      await tx.$executeRaw`DELETE FROM backup_codes WHERE user_id IN (${done})`;
      await mailTo(
        tx,
        'two-factor-reset',
        done,
        Prisma.sql`jsonb_build_object('reason', ${reason}::text)`,
      );
    },
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
