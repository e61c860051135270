import 'server-only';
import { db } from '@/lib/core/db';
import { deviceName } from './device-name';

export type SessionRow = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  address: string;
  /** Browser and system in words. */
  device: string;
};

/** The live sessions of a user, last used first; the caller may see that user. */
export async function liveSessionsOf(userId: string): Promise<SessionRow[]> {
  const sessions = await db().$queryRaw<(Omit<SessionRow, 'device'> & { userAgent: string })[]>`
    SELECT s.id, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.address,
      s.user_agent AS "userAgent"
    FROM sessions s CROSS JOIN settings l
    WHERE s.user_id = ${userId}::uuid AND s.ended_at IS NULL AND s.expires_at > now()
      AND s.created_at > now() - make_interval(mins => l.session_absolute_minutes)
      AND s.last_seen_at > now() - make_interval(mins => l.session_idle_minutes)
    ORDER BY s.last_seen_at DESC LIMIT 50`;
  return sessions.map(({ userAgent, ...session }) => ({
    ...session,
    device: deviceName(userAgent),
  }));
}
