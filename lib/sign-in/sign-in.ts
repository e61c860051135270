import 'server-only';
import { holdAccess } from '@/lib/access/hold';
import { record } from '@/lib/audit/commands';
import type { Visitor } from '@/lib/core/actor';
import { alike } from '@/lib/core/alike';
import { hashToken } from '@/lib/core/crypto';
import { pool, sqlTransaction, transaction, type SqlTransaction } from '@/lib/core/db';
import { emailInput } from '@/lib/core/input';
import { hashPassword, isOutdated, verifyPassword } from '@/lib/credentials/passwords';
import { allowAttempt, forgiveAttempt } from '@/lib/credentials/throttle';
import { enter, type SignInResult } from './enter';
import type { Credentials } from './schema';

type Account = {
  userId: string;
  companyId: string | null;
  hash: string | null;
  changedAt: Date | null;
  known: boolean;
};

/** Signs in with e-mail and password. Every failure takes alike (security 1). */
export const signIn = (input: Credentials, visitor: Visitor): Promise<SignInResult> =>
  alike(
    () => attemptSignIn(input, visitor),
    ({ kind }) => kind !== 'failed',
  );

async function attemptSignIn(input: Credentials, visitor: Visitor): Promise<SignInResult> {
  const { email, password } = input;
  const account = await findAccount(email, visitor.deviceToken);
  const knownDevice = account?.known ? visitor.deviceToken : undefined;
  const attempt = { email, address: visitor.address, knownDevice };
  if (!(await allowAttempt(attempt))) return { kind: 'failed' };
  const hash = account?.hash ?? null;
  if (!(await verifyPassword(hash, password)) || !account || !hash) {
    await recordFailure(email, account, visitor);
    return { kind: 'failed' };
  }
  await forgiveAttempt(attempt);
  const rehashed = isOutdated(hash) ? await hashPassword(password) : null;
  return sqlTransaction((tx) => enterByPassword(tx, account, rehashed, visitor));
}

const ACCOUNT = {
  name: 'sign-in-account',
  text: `SELECT u.id AS "userId", u.company_id AS "companyId",
      CASE WHEN u.source = 'local' THEN k.hash END AS hash, k.changed_at AS "changedAt",
      EXISTS (SELECT 1 FROM known_devices d WHERE d.user_id = u.id AND d.token_hash = $2) AS known
    FROM users u LEFT JOIN password_credentials k ON k.user_id = u.id
    WHERE u.email = $1`,
};

/** A local account with its hash. A directory account has none here: its password is elsewhere. */
async function findAccount(email: string, deviceToken?: string): Promise<Account | undefined> {
  const values = [email, hashToken(deviceToken ?? '')];
  const { rows } = await pool().query<Account>({ ...ACCOUNT, values });
  return rows[0];
}

// What is no address may be a password typed into the wrong field: it is not kept.
const attempted = (email: string, account: Account | undefined) =>
  account || emailInput.safeParse(email).success ? { email } : { email: '(not an address)' };

const recordFailure = (email: string, account: Account | undefined, visitor: Visitor) =>
  transaction((tx) =>
    record(
      tx,
      { ...visitor, userId: null },
      {
        action: 'sign-in.failed',
        subjectType: 'user',
        subjectId: account?.userId ?? null,
        companyId: account?.companyId ?? null,
        after: attempted(email, account),
      },
    ),
  );

async function enterByPassword(
  tx: SqlTransaction,
  account: Account,
  rehashed: string | null,
  visitor: Visitor,
): Promise<SignInResult> {
  const { userId } = account;
  const held = await holdAccess(tx, userId);
  // The password is still the one that was right; hashing it anew does not date it anew.
  if (
    held?.source !== 'local' ||
    held.passwordChangedAt?.getTime() !== account.changedAt?.getTime()
  ) {
    return { kind: 'failed' };
  }
  const result = await enter(tx, userId, held, visitor, 'password');
  if (rehashed && result.kind === 'signed-in') {
    await tx.$executeRaw`
      UPDATE password_credentials SET hash = ${rehashed} WHERE user_id = ${userId}::uuid`;
  }
  return result;
}
