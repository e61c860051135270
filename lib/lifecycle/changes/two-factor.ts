import 'server-only';
import { Prisma } from '@/lib/core/db';
import { mailTo } from '@/lib/mail/outbox';
import type { AccessChange } from '../change';
import { json } from './json';

const FREE = json({ twoFactorRequired: false });
const REQUIRED = json({ twoFactorRequired: true });

/** Requires a second factor: who has none sets it up on the next request, before all else. */
export const require2fa = (): AccessChange => ({
  permission: 'users.two-factor',
  action: 'user.two-factor-required',
  already: Prisma.sql`a.two_factor_required`,
  set: Prisma.sql`two_factor_required = TRUE`,
  keeps: { before: FREE, after: REQUIRED },
});

/** Leaves the second factor to people themselves again; nobody lifts their own requirement. */
export const lift2fa = (): AccessChange => ({
  permission: 'users.two-factor',
  action: 'user.two-factor-lifted',
  already: Prisma.sql`NOT a.two_factor_required`,
  set: Prisma.sql`two_factor_required = FALSE`,
  keeps: { before: REQUIRED, after: FREE },
  spares: 'self',
});

/**
 * Removes the second factor, for who lost theirs: never one's own, with a reason; sessions end and
 * each is mailed (spec §5).
 */
export const reset2fa = (reason: string): AccessChange => ({
  permission: 'users.two-factor',
  action: 'user.two-factor-reset',
  already: Prisma.sql`a.two_factor_enabled_at IS NULL`,
  set: Prisma.sql`two_factor_enabled_at = NULL`,
  // Of what follows, as with a lock: a reason that stood before as well would be no change.
  kept: Prisma.sql`jsonb_build_object('twoFactor', a.two_factor_enabled_at,
    'reason', CASE WHEN a.two_factor_enabled_at IS NULL THEN ${reason}::text END)`,
  spares: 'self',
  endsSessions: 'second_factor_changed',
  also: async (tx, done) => {
    await tx.$executeRaw`DELETE FROM totp_credentials WHERE user_id IN (${done})`;
    await tx.$executeRaw`DELETE FROM backup_codes WHERE user_id IN (${done})`;
    const props = Prisma.sql`jsonb_build_object('reason', ${reason}::text)`;
    await mailTo(tx, 'two-factor-reset', done, props);
  },
});
