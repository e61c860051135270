import 'server-only';
import { refusals, type AccessFacts, type Refusal } from '@/lib/access/decision';
import { todaySql } from '@/lib/access/sql';
import { record } from '@/lib/audit/commands';
import type { Visitor } from '@/lib/core/actor';
import { hashToken } from '@/lib/core/crypto';
import { Prisma, type Transaction } from '@/lib/core/db';
import type { SessionMethod } from '@/lib/generated/prisma/enums';
import { rememberDevice } from '@/lib/sessions/devices';
import { endSessions } from '@/lib/sessions/end';
import { issueSession, type IssuedSession } from '@/lib/sessions/issue';

/**
 * Failures are all alike, so that nothing tells an account from none. A refusal is named only to
 * whoever gave the right primary credential (spec §2).
 */
export type SignInResult =
  | { kind: 'signed-in'; session: IssuedSession; deviceToken: string }
  | { kind: 'refused'; reason: Refusal }
  | { kind: 'failed' };

/** What is true of the account once its row is held, and cannot change before the session is made. */
export type Held = AccessFacts & {
  companyId: string | null;
  passwordChangedAt: Date | null;
  profileCompletionOwed: boolean;
  /** Has this browser signed in as this user before? */
  known: boolean;
};

/**
 * The access as it is now, held until the session is written: no lock can fall between. Read only
 * once it is held: a password set while we waited would not be seen by the statement that waits.
 * A mass change is not waited for: those it puts out must not take all connections by knocking.
 */
export async function hold(
  tx: Transaction,
  userId: string,
  deviceToken?: string,
): Promise<Held | undefined> {
  await tx.$executeRaw`SELECT set_config('lock_timeout', '2s', true)`;
  await tx.$executeRaw`SELECT 1 FROM user_access WHERE user_id = ${userId}::uuid FOR UPDATE`;
  const device = hashToken(deviceToken ?? '');
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT a.is_active AS "isActive", a.locked_at AS "lockedAt", a.start_date::text AS "startDate",
      a.end_date::text AS "endDate", a.directory_allows AS "directoryAllows",
      ${todaySql()}::text AS today, a.company_id AS "companyId",
      a.profile_completion_owed AS "profileCompletionOwed", k.changed_at AS "passwordChangedAt",
      EXISTS (SELECT 1 FROM known_devices d
        WHERE d.user_id = a.user_id AND d.token_hash = ${device}) AS known
    FROM user_access a
    LEFT JOIN companies c ON c.id = a.company_id
    LEFT JOIN password_credentials k ON k.user_id = a.user_id
    WHERE a.user_id = ${userId}::uuid`;
  return held;
}

/** Whoever signs in anew leaves the session this browser had. */
const endFormer = (token: string) =>
  endSessions('signed_out', Prisma.sql`s.token_hash = ${hashToken(token)}`);

/**
 * Lets somebody in who gave a right primary credential, by whatever way: access decision, a new
 * session, the browser remembered, the audit. The caller has called `hold` in this transaction.
 */
export async function enter(
  tx: Transaction,
  userId: string,
  held: Held,
  visitor: Visitor,
  method: SessionMethod,
): Promise<SignInResult> {
  const about = { subjectType: 'user', subjectId: userId, companyId: held.companyId } as const;
  const recorder = { ...visitor, userId };
  const reason = refusals(held)[0];
  if (reason) {
    await record(tx, recorder, { ...about, action: 'sign-in.refused', after: { reason, method } });
    return { kind: 'refused', reason };
  }
  if (visitor.sessionToken) await tx.$executeRaw(endFormer(visitor.sessionToken));
  const session = await issueSession(tx, userId, visitor, method);
  const known = held.known ? visitor.deviceToken : undefined;
  const deviceToken = await rememberDevice(tx, userId, known);
  const { sessionId } = session;
  await record(tx, recorder, {
    ...about,
    action: 'sign-in.succeeded',
    after: { sessionId, method },
  });
  return { kind: 'signed-in', session, deviceToken };
}
