import 'server-only';
import { holdAccess } from '@/lib/access/hold';
import { record } from '@/lib/audit/commands';
import type { Visitor } from '@/lib/core/actor';
import { alike } from '@/lib/core/alike';
import { hashToken } from '@/lib/core/crypto';
import { Prisma, sqlState, transaction, type Transaction } from '@/lib/core/db';
import { verifyPassword } from '@/lib/credentials/passwords';
import { askedEnough, sendLinks, VALID_FOR } from '@/lib/links/links';
import { findNewcomer, mayTryWord, recordRefusal, standingOf, type Newcomer } from './newcomer';
import type { FirstLoginRequest } from './schema';

const LOCK_NOT_AVAILABLE = '55P03';
const PATIENCE = 250; // milliseconds, well within the time that every answer takes

/** Who asks; the browser is marked before, that the link may know it again. */
export type MarkedVisitor = Visitor & { deviceToken: string };

/**
 * Mails the link of First Login to whoever knows their company's control word and has not been in
 * yet (spec §3). Says nothing, and takes alike, whatever came of it (security 27).
 */
export const askFirstLogin = (input: FirstLoginRequest, visitor: MarkedVisitor): Promise<void> =>
  alike(() => ask(input, visitor));

async function ask({ email, word }: FirstLoginRequest, visitor: MarkedVisitor): Promise<void> {
  const newcomer = await findNewcomer(Prisma.sql`u.email = ${email}`);
  if (!(await mayTryWord(email, newcomer?.companyId, visitor))) return;
  const isRight = await verifyPassword(newcomer?.wordHash ?? null, word);
  try {
    await transaction((tx) => answer(tx, email, newcomer, isRight, visitor));
  } catch (error) {
    // Their access is being changed just now: to wait for it, or to say so, would tell of them.
    if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
  }
}

async function answer(
  tx: Transaction,
  email: string,
  newcomer: Newcomer | undefined,
  isRight: boolean,
  visitor: MarkedVisitor,
): Promise<void> {
  if (!newcomer) return recordRefusal(tx, undefined, visitor, { reason: 'unknown', email });
  const reason = isRight ? await whyNot(tx, newcomer) : 'control-word';
  if (reason) return recordRefusal(tx, newcomer, visitor, { reason });
  return send(tx, newcomer, visitor);
}

/** Why somebody with the right word gets no link; undefined: they do. Holds their access. */
async function whyNot(tx: Transaction, newcomer: Newcomer): Promise<string | undefined> {
  const held = await holdAccess(tx, newcomer.userId, PATIENCE);
  const { wordStands, isNew } = await standingOf(tx, newcomer);
  if (!held || !wordStands) return 'control-word';
  if (held.source === 'directory') return 'directory';
  if (!isNew) return 'completed';
  if (held.status !== 'active') return held.status;
  return (await askedEnough(tx, newcomer.userId)) ? 'too-many-mails' : undefined;
}

async function send(tx: Transaction, { userId, companyId }: Newcomer, visitor: MarkedVisitor) {
  await sendLinks(tx, Prisma.sql`SELECT ${userId}::uuid`, {
    purpose: 'first_login',
    template: 'first-login',
    validFor: VALID_FOR.firstLogin,
    requestedById: null,
    browserHash: hashToken(visitor.deviceToken),
  });
  await record(
    tx,
    { ...visitor, userId: null },
    { action: 'user.first-login-requested', subjectType: 'user', subjectId: userId, companyId },
  );
}
