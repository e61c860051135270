import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import { voidLinks } from '@/lib/links/links';
import { takeAccess } from '@/lib/snapshots/take';
import { settleSeatsOf } from '@/lib/tasks/settle';
import type { AccessChange } from '../change';
import { json } from './json';
import { KEY_PERSON } from './key-person';

const LOCK = Prisma.sql`jsonb_build_object('lockedAt', a.locked_at, 'reason', a.lock_reason)`;
const OPEN = json({ lockedAt: null, reason: null });

/** Locks: out on their next request, sessions ended, contracts untouched (spec §9). */
export const lock = (actor: Actor, reason: string): AccessChange => ({
  permission: 'users.lock',
  action: 'user.locked',
  already: Prisma.sql`a.locked_at IS NOT NULL`,
  set: Prisma.sql`locked_at = now(), lock_reason = ${reason}, locked_by_id = ${actor.userId}::uuid`,
  keeps: {
    before: OPEN,
    after: Prisma.sql`(SELECT jsonb_build_object(
      'lockedAt', now()::timestamptz(3), 'reason', ${reason}::text))`,
  },
  spares: 'access',
  endsSessions: 'locked',
  also: async (tx, done) => {
    await tx.$executeRaw(voidLinks(done));
    await settleSeatsOf(tx, done);
  },
});

/** Unlocks; whoever is deactivated stays so, and no session comes back. */
export const unlock = (): AccessChange => ({
  permission: 'users.lock',
  action: 'user.unlocked',
  already: Prisma.sql`a.locked_at IS NULL`,
  set: Prisma.sql`locked_at = NULL, lock_reason = NULL, locked_by_id = NULL`,
  kept: LOCK,
  also: settleSeatsOf,
});

/**
 * Deactivates: out on their next request, sessions ended; assignments, roles and groups are taken
 * and kept in a snapshot. Key persons are refused until they are replaced (spec §9).
 */
export const deactivate = (actor: Actor): AccessChange => ({
  permission: 'users.deactivate',
  action: 'user.deactivated',
  refused: KEY_PERSON,
  looksFurther: true,
  already: Prisma.sql`NOT a.is_active`,
  set: Prisma.sql`is_active = FALSE`,
  keeps: { before: json({ isActive: true }), after: json({ isActive: false }) },
  spares: 'access',
  endsSessions: 'deactivated',
  also: async (tx, done) => {
    await tx.$executeRaw(voidLinks(done));
    await tx.$executeRaw(takeAccess(actor, done));
  },
});

const LIVE_SESSIONS = Prisma.sql`
  FROM sessions s WHERE s.user_id = a.user_id AND s.ended_at IS NULL`;

/** Ends every session of people, who may sign in again. Own sessions are ended in the cabinet. */
export const endAllSessions = (actor: Actor): AccessChange => ({
  permission: 'users.end-sessions',
  action: 'user.sessions-ended',
  refused: Prisma.sql`WHEN a.user_id = ${actor.userId}::uuid THEN 'yourself'`,
  already: Prisma.sql`NOT EXISTS (SELECT 1 ${LIVE_SESSIONS})`,
  looksFurther: true,
  kept: Prisma.sql`jsonb_build_object('sessions', (SELECT count(*) ${LIVE_SESSIONS}))`,
  endsSessions: 'ended_by_admin',
});
