import 'server-only';
import { ABSOLUTE_LIMIT } from '@/lib/access/admission';
import type { Visitor } from '@/lib/core/actor';
import { SECOND } from '@/lib/core/clock';
import { hashToken, newToken } from '@/lib/core/crypto';
import type { Transaction } from '@/lib/core/db';

/** A session just made; the token goes into the cookie and nowhere else. */
export type IssuedSession = { sessionId: string; token: string; expiresAt: Date };

/**
 * Makes a session for a user whose access row the caller holds locked and has judged, so that no
 * lock or deactivation can fall between. The absolute limit is capped by the end date (spec §6).
 */
export async function issueSession(
  tx: Transaction,
  userId: string,
  browser: Pick<Visitor, 'address' | 'userAgent'>,
): Promise<IssuedSession> {
  const token = newToken();
  await tx.$executeRaw`
    DELETE FROM sessions WHERE user_id = ${userId}::uuid
      AND coalesce(ended_at, expires_at) < now() - interval '1 day'`;
  const [row] = await tx.$queryRaw<{ id: string; expires_at: Date }[]>`
    WITH seen AS (
      UPDATE user_access SET last_active_at = now() WHERE user_id = ${userId}::uuid
      RETURNING user_id, company_id, end_date)
    INSERT INTO sessions (token_hash, user_id, expires_at, address, user_agent)
    SELECT ${hashToken(token)}, seen.user_id,
      least(now() + make_interval(secs => ${ABSOLUTE_LIMIT / SECOND}),
        (seen.end_date + 1)::timestamp AT TIME ZONE coalesce(c.time_zone, 'UTC')),
      ${browser.address}, ${browser.userAgent}
    FROM seen LEFT JOIN companies c ON c.id = seen.company_id
    RETURNING id, expires_at`;
  if (!row) throw new Error('no access row for the user of a new session');
  return { sessionId: row.id, token, expiresAt: row.expires_at };
}
