import 'server-only';
import { IDLE_LIMIT } from '@/lib/access/admission';
import { after, now } from '@/lib/core/clock';
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
  const at = now();
  const sessions = await db().session.findMany({
    where: {
      userId,
      endedAt: null,
      expiresAt: { gt: at },
      lastSeenAt: { gt: after(at, -IDLE_LIMIT) },
    },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
    select: { id: true, createdAt: true, lastSeenAt: true, address: true, userAgent: true },
  });
  return sessions.map(({ userAgent, ...session }) => ({
    ...session,
    device: deviceName(userAgent),
  }));
}
