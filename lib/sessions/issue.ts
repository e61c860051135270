import 'server-only';
import type { Visitor } from '@/lib/core/actor';
import { hashToken, newToken } from '@/lib/core/crypto';
import { Prisma, type Transaction } from '@/lib/core/db';
import type { SessionMethod } from '@/lib/generated/prisma/enums';
import { rememberDevice } from './devices';
import { endSessions } from './end';

/** A session just made or stepped up; the token goes into the cookie and nowhere else. */
export type Opened = { token: string; expiresAt: Date };

/** A new session; and, once nothing more is asked for, the token by which its browser is known. */
export type IssuedSession = { session: Opened & { sessionId: string }; deviceToken?: string };

type Issued = { id: string; expiresAt: Date; isWhole: boolean };

/**
 * Makes a session for a user whose access row the caller holds locked and has judged, so that no
 * lock or deactivation can fall between. The absolute limit of the settings is capped by the end
 * date (spec §6). The session this browser had ends. The browser is remembered, unless a second
 * factor is still to come: a password alone makes nobody known.
 */
export async function issueSession(
  tx: Transaction,
  userId: string,
  { address, userAgent, deviceToken, sessionToken }: Visitor,
  method: SessionMethod = 'password',
): Promise<IssuedSession> {
  const token = newToken();
  const former = sessionToken ? hashToken(sessionToken) : null;
  const [issued] = await tx.$queryRaw<Issued[]>`
    WITH gone AS (
      DELETE FROM sessions WHERE user_id = ${userId}::uuid
        AND coalesce(ended_at, expires_at) < now() - interval '1 day'),
    former AS (${endSessions('signed_out', Prisma.sql`s.token_hash = ${former}`)}),
    seen AS (
      UPDATE user_access SET last_active_at = now() WHERE user_id = ${userId}::uuid
      RETURNING user_id, company_id, end_date, two_factor_enabled_at)
    INSERT INTO sessions (token_hash, user_id, expires_at, method, address, user_agent)
    SELECT ${hashToken(token)}, seen.user_id,
      least(now() + make_interval(mins => l.session_absolute_minutes),
        (seen.end_date + 1)::timestamp AT TIME ZONE coalesce(c.time_zone, 'UTC')),
      ${method}::session_method, ${address}, ${userAgent}
    FROM seen CROSS JOIN settings l LEFT JOIN companies c ON c.id = seen.company_id
    RETURNING id, expires_at AS "expiresAt",
      (SELECT two_factor_enabled_at IS NULL FROM seen) AS "isWhole"`;
  if (!issued) throw new Error('no access row for the user of a new session');
  const { id, expiresAt, isWhole } = issued;
  const session = { sessionId: id, token, expiresAt };
  return isWhole
    ? { session, deviceToken: await rememberDevice(tx, userId, deviceToken) }
    : { session };
}

/**
 * Gives a live session a new id and notes that it passed the second factor: nothing that was read
 * before the step up is worth anything after it (spec §6). Undefined when it has ended meanwhile.
 */
export async function stepUp(tx: Transaction, sessionId: string): Promise<Opened | undefined> {
  const token = newToken();
  const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>`
    UPDATE sessions SET token_hash = ${hashToken(token)}, second_factor_at = now(), wrong_codes = 0
    WHERE id = ${sessionId}::uuid AND ended_at IS NULL
    RETURNING expires_at AS "expiresAt"`;
  return row && { token, ...row };
}
