import 'server-only';
import { recordSet } from '@/lib/audit/commands';
import type { Visitor } from '@/lib/core/actor';
import { hashToken, newToken } from '@/lib/core/crypto';
import { prepared, Prisma, type SqlTransaction, type Transaction } from '@/lib/core/db';
import type { SessionMethod } from '@/lib/generated/prisma/enums';
import { deviceTokens, remembering, type DeviceTokens } from './devices';
import { endSessions } from './end';

/** A session just made or stepped up; the token goes into the cookie and nowhere else. */
export type Opened = { token: string; expiresAt: Date };

/** A new session; and, once nothing more is asked for, the token by which its browser is known. */
export type IssuedSession = { session: Opened & { sessionId: string }; deviceToken?: string };

type Issued = { id: string; expiresAt: Date; isWhole: boolean; isKnown: boolean };

/**
 * Makes a session for a user whose access row the caller holds locked and has judged, so that no
 * lock or deactivation can fall between; with its audit row. The absolute limit of the settings is
 * capped by the end date (spec §6). The session this browser had ends. The browser is remembered,
 * unless a second factor is still to come: a password alone makes nobody known.
 */
export async function issueSession(
  tx: SqlTransaction,
  userId: string,
  visitor: Visitor,
  method: SessionMethod = 'password',
): Promise<IssuedSession> {
  const token = newToken();
  const device = deviceTokens(visitor.deviceToken);
  const [issued] = await tx.$queryRaw<Issued[]>(
    issuing(userId, visitor, { method, token, device }),
  );
  if (!issued) throw new Error('no access row for the user of a new session');
  const { id, expiresAt, isWhole, isKnown } = issued;
  const session = { sessionId: id, token, expiresAt };
  return isWhole ? { session, deviceToken: isKnown ? device.given : device.fresh } : { session };
}

type Order = { method: SessionMethod; token: string; device: DeviceTokens };

// All in one statement: each costs a round trip, beside which little else is left of a sign-in.
function issuing(userId: string, visitor: Visitor, { method, token, device }: Order) {
  const { address, userAgent, sessionToken } = visitor;
  const former = sessionToken ? hashToken(sessionToken) : null;
  return prepared(Prisma.sql`
    WITH gone AS (
      DELETE FROM sessions WHERE user_id = ${userId}::uuid
        AND coalesce(ended_at, expires_at) < now() - interval '1 day'),
    former AS (${endSessions('signed_out', Prisma.sql`s.token_hash = ${former}`)}),
    seen AS (
      UPDATE user_access SET last_active_at = now() WHERE user_id = ${userId}::uuid
      RETURNING user_id, company_id, end_date, two_factor_enabled_at),
    issued AS (
      INSERT INTO sessions (token_hash, user_id, expires_at, method, address, user_agent)
      SELECT ${hashToken(token)}, seen.user_id,
        least(now() + make_interval(mins => l.session_absolute_minutes),
          (seen.end_date + 1)::timestamp AT TIME ZONE coalesce(c.time_zone, 'UTC')),
        ${method}::session_method, ${address}, ${userAgent}
      FROM seen CROSS JOIN settings l LEFT JOIN companies c ON c.id = seen.company_id
      RETURNING id, user_id, expires_at),
    ${remembering(Prisma.sql`SELECT user_id FROM seen WHERE two_factor_enabled_at IS NULL`, device)},
    audited AS (${recordSet(
      { ...visitor, userId },
      'sign-in.succeeded',
      Prisma.sql`SELECT user_id, company_id, NULL::jsonb AS before,
          jsonb_build_object('sessionId', issued.id, 'method', ${method}::text) AS after
        FROM issued JOIN seen USING (user_id)`,
    )})
    SELECT issued.id, issued.expires_at AS "expiresAt",
      seen.two_factor_enabled_at IS NULL AS "isWhole", EXISTS (SELECT FROM known) AS "isKnown"
    FROM issued JOIN seen USING (user_id)`);
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
