import 'server-only';
import { accessStatusSql } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import type { LinkPurpose } from '@/lib/generated/prisma/enums';
import { INVITATION, sendLinks, VALID_FOR, voidLinks } from '@/lib/links/links';
import type { AccessChange } from '../change';
import { json } from './json';

const CHANGE_OWED = Prisma.sql`jsonb_build_object('passwordChangeOwed', a.password_change_owed)`;

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

const invite = (actor: Actor, purpose: LinkPurpose) =>
  ({
    permission: 'users.invite' as const,
    action: 'user.invited',
    looksFurther: true,
    kept: Prisma.sql`jsonb_build_object('link', ${purpose}::text)`,
    also: (tx, done) =>
      sendLinks(tx, done, { ...INVITATION[purpose], requestedById: actor.userId }),
  }) satisfies AccessChange;

/** Mails a link to choose a password with; it counts for an hour. */
export const inviteToReset = (actor: Actor): AccessChange => ({
  ...invite(actor, 'password_reset'),
  refused: Prisma.sql`${DIRECTORY} ${KEPT_OUT}`,
});

/**
 * Mails the link of the first login, which counts for a week and asks for the company's control
 * word. Not to whoever completed theirs, nor where the company has no control word.
 */
export const inviteToFirstLogin = (actor: Actor): AccessChange => ({
  ...invite(actor, 'first_login'),
  refused: Prisma.sql`${DIRECTORY} ${KEPT_OUT}
    WHEN NOT EXISTS (SELECT 1 FROM companies w
      WHERE w.id = a.company_id AND w.control_word_hash IS NOT NULL) THEN 'no-control-word'`,
  already: Prisma.sql`NOT a.profile_completion_owed OR ${HAS_PASSWORD}`,
});

/** Has people change their password on their next request; who has none chooses one anyway. */
export const forceChange = (): AccessChange => ({
  permission: 'users.set-password',
  action: 'user.password-change-forced',
  refused: Prisma.sql`${DIRECTORY} WHEN NOT ${HAS_PASSWORD} THEN 'no-password'`,
  already: Prisma.sql`a.password_change_owed`,
  looksFurther: true,
  set: Prisma.sql`password_change_owed = TRUE`,
  keeps: {
    before: json({ passwordChangeOwed: false }),
    after: json({ passwordChangeOwed: true }),
  },
});

/**
 * Takes passwords away, ends the sessions and mails each the only way back: a leaked password must
 * not choose its successor (spec §4).
 */
export const invalidate = (actor: Actor): AccessChange => ({
  permission: 'users.set-password',
  action: 'user.password-invalidated',
  refused: DIRECTORY,
  already: Prisma.sql`NOT (${HAS_PASSWORD} OR ${HAS_OTHER_WAY_IN})`,
  looksFurther: true,
  set: Prisma.sql`password_change_owed = FALSE`,
  kept: CHANGE_OWED,
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
