import 'server-only';
import { holdAccess, type HeldAccess } from '@/lib/access/hold';
import { record } from '@/lib/audit/commands';
import type { Visitor } from '@/lib/core/actor';
import { alike } from '@/lib/core/alike';
import { db, Prisma, transaction, type Transaction } from '@/lib/core/db';
import { allow, network } from '@/lib/credentials/throttle';
import { enqueue, type Jobs } from '@/lib/jobs/enqueue';
import { askedEnough, sendLinks, VALID_FOR } from '@/lib/links/links';
import { mailTo } from '@/lib/mail/outbox';
import type { ResetRequest } from './schema';

const TOLD_AN_HOUR = 3;

/**
 * Asks for a link to choose a new password (spec §3). The account is not looked at before the
 * answer, so that neither what it says nor how long it takes tells of one (security 27).
 */
export const requestReset = (
  { email }: ResetRequest,
  { address, requestId }: Visitor,
): Promise<void> =>
  alike(async () => {
    if (!(await allow('reset-address', network(address)))) return;
    await enqueue('answer-reset', { email, origin: { address, requestId } });
  });

/**
 * The job behind it: mails a link to whoever is known, local and enabled; to somebody of a
 * directory, that it holds the password; to others nothing.
 */
export async function answerReset({ email, origin }: Jobs['answer-reset']): Promise<void> {
  const user = await db().user.findUnique({ where: { email }, select: { id: true } });
  await transaction(async (tx) => {
    const held = user ? await holdAccess(tx, user.id) : undefined;
    const outcome = user && held ? await mailTheWay(tx, user.id, held) : 'unknown';
    await record(
      tx,
      { ...origin, userId: null },
      {
        action: 'user.password-reset-requested',
        subjectType: 'user',
        subjectId: held ? (user?.id ?? null) : null,
        companyId: held?.companyId ?? null,
        after: { email, outcome },
      },
    );
  });
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
