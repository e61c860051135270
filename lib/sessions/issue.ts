import 'server-only';
import type { Visitor } from '@/lib/core/actor';
import { hashToken, newToken } from '@/lib/core/crypto';
import type { Transaction } from '@/lib/core/db';
import type { SessionMethod } from '@/lib/generated/prisma/enums';

/** A session just made; the token goes into the cookie and nowhere else. */
export type IssuedSession = { sessionId: string; token: string; expiresAt: Date };

/**
 * Makes a session for a user whose access row the caller holds locked and has judged, so that no
 * lock or deactivation can fall between. The absolute limit of the settings is capped by the end
 * date (spec §6).
 */
export async function issueSession(
  tx: Transaction,
  userId: string,
  browser: Pick<Visitor, 'address' | 'userAgent'>,
  method: SessionMethod = 'password',
): Promise<IssuedSession> {
  const token = newToken();
  await tx.$executeRaw`
    DELETE FROM sessions WHERE user_id = ${userId}::uuid
      AND coalesce(ended_at, expires_at) < now() - interval '1 day'`;
  const [row] = await tx.$queryRaw<{ id: string; expires_at: Date }[]>`
    WITH seen AS (
      UPDATE user_access SET last_active_at = now() WHERE user_id = ${userId}::uuid
      RETURNING user_id, company_id, end_date)
    INSERT INTO sessions (token_hash, user_id, expires_at, method, address, user_agent)
    SELECT ${hashToken(token)}, seen.user_id,
      least(now() + make_interval(mins => l.session_absolute_minutes),
        (seen.end_date + 1)::timestamp AT TIME ZONE coalesce(c.time_zone, 'UTC')),
      ${method}::session_method, ${browser.address}, ${browser.userAgent}
    FROM seen CROSS JOIN settings l LEFT JOIN companies c ON c.id = seen.company_id
    RETURNING id, expires_at`;
  if (!row) throw new Error('no access row for the user of a new session');
  return { sessionId: row.id, token, expiresAt: row.expires_at };
}

/**
 * Gives a live session a new id and notes that it passed the second factor: nothing that was read
 * before the step up is worth anything after it (spec §6). Undefined when it has ended meanwhile.
 */
export async function stepUp(
  tx: Transaction,
  sessionId: string,
): Promise<Omit<IssuedSession, 'sessionId'> | undefined> {
  const token = newToken();
  const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>`
    UPDATE sessions SET token_hash = ${hashToken(token)}, second_factor_at = now(), wrong_codes = 0
    WHERE id = ${sessionId}::uuid AND ended_at IS NULL
    RETURNING expires_at AS "expiresAt"`;
  return row && { token, ...row };
}
