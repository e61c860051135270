import 'server-only';
import { holdAccess } from '@/lib/access/hold';
import { record } from '@/lib/audit/commands';
import type { Visitor } from '@/lib/core/actor';
import { Prisma, transaction, type Transaction } from '@/lib/core/db';
import type { PasswordRules } from '@/lib/credentials/policy';
import { passwordRules } from '@/lib/credentials/rules';
import { consumeLink, findLink, type LiveLink } from '@/lib/links/links';
import { endSessions } from '@/lib/sessions/end';
import { checkedHash, ownerOf, replacePassword, type Owner } from './replace';
import type { PasswordToReset } from './schema';

/** What the page of a live link shows; undefined for any other. Changes nothing (security 24). */
export async function lookAtReset(
  token: string,
): Promise<{ email: string; rules: PasswordRules } | undefined> {
  const link = await findLink('password_reset', token);
  if (!link) return undefined;
  const [{ email }, rules] = await Promise.all([ownerOf(link.userId), passwordRules(link.userId)]);
  return { email, rules };
}

/**
 * Sets the password chosen by a mailed link and ends all sessions; nobody is signed in by it
 * (spec §3). Throws `invalid` for a password that is not accepted, and the link still counts then.
 * `gone`: the link opens nothing any more, or its person may not enter, which is not told.
 */
export async function completeReset(
  { token, password }: PasswordToReset,
  visitor: Visitor,
): Promise<'done' | 'gone'> {
  const link = await findLink('password_reset', token);
  if (!link) return 'gone';
  const owner = await ownerOf(link.userId);
  if (owner.source === 'directory') return 'gone';
  const hash = await checkedHash(owner, password);
  return transaction((tx) => reset(tx, link, owner, hash, visitor));
}

// Judged under the lock; the link was voided by whatever fell between (security 28, 29).
async function reset(
  tx: Transaction,
  link: LiveLink,
  owner: Owner,
  hash: string,
  visitor: Visitor,
): Promise<'done' | 'gone'> {
  const { userId } = owner;
  const held = await holdAccess(tx, userId);
  if (held?.status !== 'active' || held.source !== 'local') return 'gone';
  if (!(await consumeLink(tx, link))) return 'gone';
  await replacePassword(tx, owner, hash, false);
  await tx.$executeRaw(endSessions('password_changed', Prisma.sql`s.user_id = ${userId}::uuid`));
  await record(
    tx,
    { ...visitor, userId },
    {
      action: 'user.password-reset',
      subjectType: 'user',
      subjectId: userId,
      companyId: held.companyId,
    },
  );
  return 'done';
}
