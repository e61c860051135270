import 'server-only';
import { holdAccess } from '@/lib/access/hold';
import type { Visitor } from '@/lib/core/actor';
import { hashToken } from '@/lib/core/crypto';
import { Prisma, transaction, type Transaction } from '@/lib/core/db';
import { verifyPassword } from '@/lib/credentials/passwords';
import { consumeLink, findLink, type LiveLink } from '@/lib/links/links';
import { enter, type SignInResult } from './enter';
import {
  findNewcomer,
  forgiveTry,
  mayTry,
  recordRefusal,
  standingOf,
  type Newcomer,
} from './newcomer';
import type { FirstLoginUse } from './schema';

/** `failed`: the link opens nothing any more. `wrong-word`: it still does. */
export type FirstLoginResult = SignInResult | { kind: 'wrong-word' };

/** Any browser but the one that asked gives the control word again (spec §3). */
const asksWord = ({ browserHash }: LiveLink, { deviceToken }: Visitor): boolean =>
  !browserHash || !deviceToken || !Buffer.from(browserHash).equals(hashToken(deviceToken));

/** What the page of a mailed link asks for; undefined when it opens nothing. Changes nothing (24). */
export async function lookAtFirstLogin(
  token: string,
  visitor: Visitor,
): Promise<{ asksWord: boolean } | undefined> {
  const link = await findLink('first_login', token);
  return link && { asksWord: asksWord(link, visitor) };
}

/** Signs in by the link of First Login, which is used up in the same transaction (security 23). */
export async function firstLogin(
  { token, word = '' }: FirstLoginUse,
  visitor: Visitor,
): Promise<FirstLoginResult> {
  const link = await findLink('first_login', token);
  const newcomer = link && (await findNewcomer(Prisma.sql`u.id = ${link.userId}::uuid`));
  if (!newcomer) return { kind: 'failed' };
  if (!asksWord(link, visitor)) return transaction((tx) => enterBy(tx, link, newcomer, visitor));
  if (!(await isWordRight(newcomer, word, visitor))) return { kind: 'wrong-word' };
  return transaction((tx) => enterBy(tx, link, newcomer, visitor));
}

/** Tries are counted for the holder of the link alone: nobody else can use up theirs. */
async function isWordRight(newcomer: Newcomer, word: string, visitor: Visitor): Promise<boolean> {
  const { userId, wordHash } = newcomer;
  if (!(await mayTry(userId))) return false;
  if (await verifyPassword(wordHash, word)) {
    await forgiveTry(userId);
    return true;
  }
  await transaction((tx) => recordRefusal(tx, newcomer, visitor, { reason: 'control-word' }));
  return false;
}

// Everything is judged once more under the lock; what fell between voided the link.
async function enterBy(
  tx: Transaction,
  link: LiveLink,
  newcomer: Newcomer,
  visitor: Visitor,
): Promise<FirstLoginResult> {
  const held = await holdAccess(tx, newcomer.userId);
  const { isNew, wordStands } = await standingOf(tx, newcomer);
  if (!held || !isNew || !wordStands) return { kind: 'failed' };
  if (!(await consumeLink(tx, link))) return { kind: 'failed' };
  return enter(tx, newcomer.userId, held, visitor, 'first_login');
}
