import 'server-only';
import { db, type Prisma } from '@/lib/core/db';

export type TimelineEntry = {
  id: string;
  at: Date;
  action: string;
  actorId: string | null;
  actorName: string | null;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
  address: string;
};

/** The newest events about one person; the caller has checked that the reader may see them. */
export function timelineOf(userId: string, limit = 50): Promise<TimelineEntry[]> {
  return db().$queryRaw<TimelineEntry[]>`
    SELECT e.id, e.at, e.action, e.actor_id AS "actorId", e.before, e.after, e.address,
      u.first_name || ' ' || u.last_name AS "actorName"
    FROM audit_events e
    LEFT JOIN users u ON u.id = e.actor_id
    WHERE e.subject_id = ${userId}::uuid
    ORDER BY e.id DESC
    LIMIT ${limit}`;
}
