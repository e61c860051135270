import 'server-only';
import { record } from '@/lib/audit/commands';
import type { Origin } from '@/lib/core/actor';
import { db, type Prisma, type Transaction } from '@/lib/core/db';
import { allowAll, giveBack, network, type Count } from '@/lib/credentials/throttle';

// What asking for the link of First Login and using it have in common: somebody new, and the
// control word of their company.

/** Somebody as they are before their row is held. */
export type Newcomer = {
  userId: string;
  companyId: string | null;
  /** Of the company's control word; null: it has none. */
  wordHash: string | null;
  wordSetAt: Date | null;
};

/** The one person of whom `condition` over `u` (users) is true. */
export async function findNewcomer(condition: Prisma.Sql): Promise<Newcomer | undefined> {
  const [found] = await db().$queryRaw<Newcomer[]>`
    SELECT u.id AS "userId", u.company_id AS "companyId", c.control_word_hash AS "wordHash",
      c.control_word_changed_at AS "wordSetAt"
    FROM users u LEFT JOIN companies c ON c.id = u.company_id WHERE ${condition}`;
  return found;
}

// As many counts for whom nobody knows: what is counted must not tell.
const triesOf = (email: string, companyId: string | null, { address }: Origin): Count[] => [
  ['first-login-address', network(address)],
  ['first-login-email', email],
  ['first-login-company', companyId ?? email],
];

/** Counts an asking with a control word; false when there were too many, and none is looked at. */
export const mayAsk = (
  email: string,
  companyId: string | null | undefined,
  origin: Origin,
): Promise<boolean> => allowAll(triesOf(email, companyId ?? null, origin));

/** The word was right: it does not count, so that a whole office may come in on one morning. */
export const forgiveAsking = (
  email: string,
  companyId: string | null,
  origin: Origin,
): Promise<void> => giveBack(triesOf(email, companyId, origin));

const useOf = (userId: string): Count[] => [['first-login-email', userId]];

/** Counts a try with the link in hand, apart from those of all who have none. */
export const mayTry = (userId: string): Promise<boolean> => allowAll(useOf(userId));

/** The word was right with the link in hand: it does not count. */
export const forgiveTry = (userId: string): Promise<void> => giveBack(useOf(userId));

export type Standing = {
  /** There is no password yet, here or in a directory, and the profile is not completed. */
  isNew: boolean;
  /** The control word is still the one that was looked at. */
  wordStands: boolean;
};

/**
 * Read once their access is held, and holding the company until the transaction ends: a new word
 * waits, and then voids what was done with the old one.
 */
export async function standingOf(tx: Transaction, newcomer: Newcomer): Promise<Standing> {
  const { userId, companyId, wordHash } = newcomer;
  const [standing] = await tx.$queryRaw<Standing[]>`
    SELECT u.source = 'local' AND a.profile_completion_owed AND NOT EXISTS (
        SELECT FROM password_credentials k WHERE k.user_id = u.id) AS "isNew",
      c.control_word_hash IS NOT DISTINCT FROM ${wordHash} AS "wordStands"
    FROM users u
    JOIN user_access a ON a.user_id = u.id
    JOIN companies c ON c.id = u.company_id
    WHERE u.id = ${userId}::uuid AND c.id = ${companyId}::uuid FOR SHARE OF c`;
  return standing ?? { isNew: false, wordStands: false };
}

/** Keeps why a first login came to nothing; the one who tried is told none of it. */
export const recordRefusal = (
  tx: Transaction,
  newcomer: Newcomer | undefined,
  origin: Origin,
  why: { reason: string; email?: string },
) =>
  record(
    tx,
    { ...origin, userId: null },
    {
      action: 'user.first-login-failed',
      subjectType: 'user',
      subjectId: newcomer?.userId ?? null,
      companyId: newcomer?.companyId ?? null,
      after: why,
    },
  );
