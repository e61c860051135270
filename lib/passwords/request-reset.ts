import 'server-only';
import { holdAccess, type HeldAccess } from '@/lib/access/hold';
import { record } from '@/lib/audit/commands';
import type { Visitor } from '@/lib/core/actor';
import { alike } from '@/lib/core/alike';
import { db, Prisma, sqlState, transaction, type Transaction } from '@/lib/core/db';
import { allow, network } from '@/lib/credentials/throttle';
import { askedEnough, sendLinks, VALID_FOR } from '@/lib/links/links';
import { mailTo } from '@/lib/mail/outbox';
import type { ResetRequest } from './schema';

const LOCK_NOT_AVAILABLE = '55P03';
const PATIENCE = 250; // milliseconds, well within the time that every answer takes
const TOLD_AN_HOUR = 3;

/**
 * Mails a link to choose a new password to whoever is known, local and enabled; to somebody of a
 * directory, that it holds the password (spec §3). Says nothing, and takes alike, whatever came of
 * it (security 27).
 */
export const requestReset = (input: ResetRequest, visitor: Visitor): Promise<void> =>
  alike(() => request(input, visitor));

async function request({ email }: ResetRequest, visitor: Visitor): Promise<void> {
  if (!(await allow('reset-address', network(visitor.address)))) return;
  const user = await db().user.findUnique({ where: { email }, select: { id: true } });
  try {
    await transaction((tx) => answer(tx, email, user?.id ?? null, visitor));
  } catch (error) {
    // Their access is being changed just now: to wait for it, or to say so, would tell of them.
    if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
  }
}

async function answer(tx: Transaction, email: string, userId: string | null, visitor: Visitor) {
  const held = userId ? await holdAccess(tx, userId, PATIENCE) : undefined;
  const outcome = userId && held ? await mailTheWay(tx, userId, held) : 'unknown';
  await record(
    tx,
    { ...visitor, userId: null },
    {
      action: 'user.password-reset-requested',
      subjectType: 'user',
      subjectId: held ? userId : null,
      companyId: held?.companyId ?? null,
      after: { email, outcome },
    },
  );
}

/** Mails what leads to a password, to whoever may enter; returns what came of it, for the audit. */
async function mailTheWay(tx: Transaction, userId: string, { status, source }: HeldAccess) {
  if (status !== 'active') return status;
  const person = Prisma.sql`SELECT ${userId}::uuid`;
  const enough = source === 'directory' ? toldEnough : askedEnough;
  if (await enough(tx, userId)) return 'too-many-mails';
  if (source === 'directory') {
    await mailTo(tx, 'directory-password', person);
    return 'directory-holds-it';
  }
  await sendLinks(tx, person, {
    purpose: 'password_reset',
    template: 'password-reset',
    validFor: VALID_FOR.reset,
    requestedById: null,
  });
  return 'mailed';
}

/** As askedEnough() of lib/links, for mails that carry no link. */
async function toldEnough(tx: Transaction, userId: string): Promise<boolean> {
  const [told] = await tx.$queryRaw<{ enough: boolean }[]>`
    SELECT count(*) >= ${TOLD_AN_HOUR}::int AS enough FROM mails m
    WHERE m.user_id = ${userId}::uuid AND m.template = 'directory-password'
      AND m.created_at > now() - interval '1 hour'`;
  return told?.enough ?? true;
}
