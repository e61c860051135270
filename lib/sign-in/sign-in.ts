import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusals, type AccessFacts, type Refusal } from '@/lib/access/decision';
import { todaySql } from '@/lib/access/sql';
import { record } from '@/lib/audit/commands';
import type { Visitor } from '@/lib/core/actor';
import { hashToken } from '@/lib/core/crypto';
import { db, Prisma, transaction, type Transaction } from '@/lib/core/db';
import { emailInput } from '@/lib/core/input';
import { hashPassword, isOutdated, verifyPassword } from '@/lib/credentials/passwords';
import { allowAttempt, forgiveAttempt } from '@/lib/credentials/throttle';
import { rememberDevice } from '@/lib/sessions/devices';
import { endSessions } from '@/lib/sessions/end';
import { issueSession, type IssuedSession } from '@/lib/sessions/issue';
import type { Credentials } from './schema';

/**
 * Failures are all alike, so that nothing tells an account from none. A refusal is named only to
 * whoever gave the right password (spec §2).
 */
export type SignInResult =
  | { kind: 'signed-in'; session: IssuedSession; deviceToken: string }
  | { kind: 'refused'; reason: Refusal }
  | { kind: 'failed' };

// Every failure takes this long, whatever was or was not computed on the way (security 1).
const FAILURE_TAKES = 500;

type Account = {
  userId: string;
  companyId: string | null;
  hash: string | null;
  changedAt: Date | null;
  known: boolean;
};

/** Signs in with e-mail and password. */
export async function signIn(input: Credentials, visitor: Visitor): Promise<SignInResult> {
  const started = performance.now();
  const result = await attemptSignIn(input, visitor);
  if (result.kind === 'failed') {
    await sleep(Math.max(0, FAILURE_TAKES - (performance.now() - started)));
  }
  return result;
}

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
  return transaction((tx) => enter(tx, account, rehashed, visitor));
}

/** A local account with its hash. A directory account has none here: its password is elsewhere. */
async function findAccount(email: string, deviceToken?: string): Promise<Account | undefined> {
  const device = hashToken(deviceToken ?? '');
  const [account] = await db().$queryRaw<Account[]>`
    SELECT u.id AS "userId", u.company_id AS "companyId",
      CASE WHEN u.source = 'local' THEN k.hash END AS hash, k.changed_at AS "changedAt",
      EXISTS (SELECT 1 FROM known_devices d WHERE d.user_id = u.id AND d.token_hash = ${device})
        AS known
    FROM users u LEFT JOIN password_credentials k ON k.user_id = u.id
    WHERE u.email = ${email}`;
  return account;
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

type Held = AccessFacts & { changedAt: Date | null };

/**
 * The access as it is now, held until the session is written: no lock can fall between. Read only
 * once it is held: a password set while we waited would not be seen by the statement that waits.
 * A mass change is not waited for: those it puts out must not take all connections by knocking.
 */
async function hold(tx: Transaction, userId: string): Promise<Held | undefined> {
  await tx.$executeRaw`SELECT set_config('lock_timeout', '2s', true)`;
  await tx.$executeRaw`SELECT 1 FROM user_access WHERE user_id = ${userId}::uuid FOR UPDATE`;
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT a.is_active AS "isActive", a.locked_at AS "lockedAt", a.start_date::text AS "startDate",
      a.end_date::text AS "endDate", a.directory_allows AS "directoryAllows",
      ${todaySql()}::text AS today, k.changed_at AS "changedAt"
    FROM user_access a
    LEFT JOIN companies c ON c.id = a.company_id
    LEFT JOIN password_credentials k ON k.user_id = a.user_id
    WHERE a.user_id = ${userId}::uuid`;
  return held;
}

/** Whoever signs in anew leaves the session this browser had. */
const endFormer = (token: string) =>
  endSessions('signed_out', Prisma.sql`s.token_hash = ${hashToken(token)}`);

async function enter(
  tx: Transaction,
  account: Account,
  rehashed: string | null,
  visitor: Visitor,
): Promise<SignInResult> {
  const { userId, companyId } = account;
  const held = await hold(tx, userId);
  // The password is still the one that was right; hashing it anew does not date it anew.
  if (!held || held.changedAt?.getTime() !== account.changedAt?.getTime()) {
    return { kind: 'failed' };
  }
  const about = { subjectType: 'user', subjectId: userId, companyId } as const;
  const recorder = { ...visitor, userId };
  const reason = refusals(held)[0];
  if (reason) {
    await record(tx, recorder, { ...about, action: 'sign-in.refused', after: { reason } });
    return { kind: 'refused', reason };
  }
  if (rehashed) {
    await tx.passwordCredential.update({ where: { userId }, data: { hash: rehashed } });
  }
  if (visitor.sessionToken) await tx.$executeRaw(endFormer(visitor.sessionToken));
  const session = await issueSession(tx, userId, visitor);
  const deviceToken = await rememberDevice(
    tx,
    userId,
    account.known ? visitor.deviceToken : undefined,
  );
  const { sessionId } = session;
  await record(tx, recorder, { ...about, action: 'sign-in.succeeded', after: { sessionId } });
  return { kind: 'signed-in', session, deviceToken };
}
