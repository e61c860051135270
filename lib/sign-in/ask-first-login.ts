import 'server-only';
import { holdAccess } from '@/lib/access/hold';
import { record } from '@/lib/audit/commands';
import type { Origin, Visitor } from '@/lib/core/actor';
import { alike } from '@/lib/core/alike';
import { hashToken } from '@/lib/core/crypto';
import { Prisma, transaction, type Transaction } from '@/lib/core/db';
import { verifyPassword } from '@/lib/credentials/passwords';
import { enqueue, type Jobs } from '@/lib/jobs/enqueue';
import { askedEnough, sendLinks, VALID_FOR } from '@/lib/links/links';
import {
  findNewcomer,
  forgiveAsking,
  mayAsk,
  recordRefusal,
  standingOf,
  type Newcomer,
} from './newcomer';
import type { FirstLoginRequest } from './schema';

/** Who asks; the browser is marked before, that the link may know it again. */
export type MarkedVisitor = Visitor & { deviceToken: string };

/**
 * Asks for the link of First Login (spec §3). Says nothing and takes alike: the control word is
 * verified whoever asks, and what follows is done when nobody waits (security 27).
 */
export const askFirstLogin = (input: FirstLoginRequest, visitor: MarkedVisitor): Promise<void> =>
  alike(() => ask(input, visitor));

async function ask({ email, word }: FirstLoginRequest, visitor: MarkedVisitor): Promise<void> {
  const newcomer = await byEmail(email);
  if (!(await mayAsk(email, newcomer?.companyId, visitor))) return;
  const isRight = await verifyPassword(newcomer?.wordHash ?? null, word);
  const { address, requestId, deviceToken } = visitor;
  await enqueue('answer-first-login', {
    email,
    wordSetAt: isRight ? (newcomer?.wordSetAt?.toISOString() ?? null) : null,
    browserHash: Buffer.from(hashToken(deviceToken)).toString('hex'),
    origin: { address, requestId },
  });
}

const byEmail = (email: string) => findNewcomer(Prisma.sql`u.email = ${email}`);

/** The job behind it: mails the link to whoever knew the word and has not been in yet. */
export async function answerFirstLogin(asked: Jobs['answer-first-login']): Promise<void> {
  const { email, origin, wordSetAt } = asked;
  const newcomer = await byEmail(email);
  // First, that done twice it does no harm: what follows is what must not be done twice.
  if (newcomer && wordSetAt) await forgiveAsking(email, newcomer.companyId, origin);
  await transaction(async (tx) => {
    const reason = newcomer ? await whyNot(tx, newcomer, wordSetAt) : 'unknown';
    if (newcomer && !reason) return send(tx, newcomer, asked);
    return recordRefusal(tx, newcomer, origin, {
      reason: reason ?? '',
      ...(!newcomer && { email }),
    });
  });
}

/** Why no link is sent; undefined: one is. Holds their access. */
async function whyNot(
  tx: Transaction,
  newcomer: Newcomer,
  wordSetAt: string | null,
): Promise<string | undefined> {
  if (!wordSetAt || wordSetAt !== newcomer.wordSetAt?.toISOString()) return 'control-word';
  const held = await holdAccess(tx, newcomer.userId);
  const { wordStands, isNew } = await standingOf(tx, newcomer);
  if (!held || !wordStands) return 'control-word';
  if (held.source === 'directory') return 'directory';
  if (!isNew) return 'completed';
  if (held.status !== 'active') return held.status;
  return (await askedEnough(tx, newcomer.userId)) ? 'too-many-mails' : undefined;
}

async function send(
  tx: Transaction,
  { userId, companyId }: Newcomer,
  { browserHash, origin }: { browserHash: string; origin: Origin },
): Promise<void> {
  await sendLinks(tx, Prisma.sql`SELECT ${userId}::uuid`, {
    purpose: 'first_login',
    template: 'first-login',
    validFor: VALID_FOR.firstLogin,
    requestedById: null,
    browserHash: new Uint8Array(Buffer.from(browserHash, 'hex')),
  });
  await record(
    tx,
    { ...origin, userId: null },
    { action: 'user.first-login-requested', subjectType: 'user', subjectId: userId, companyId },
  );
}
