import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';

export type TimelineEntry = {
  id: string;
  at: Date;
  action: string;
  /** Null when nobody was signed in, or somebody outside the reader's scope. */
  actorName: string | null;
  byOutsider: boolean;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
  address: string | null;
};

const NEWEST = 50;

/**
 * The newest events about a person or a contract, as far as they happened in the reader's scope.
 * Whoever acted from outside it is neither named nor located.
 */
export function timelineOf(reader: Actor, subjectId: string): Promise<TimelineEntry[]> {
  const known = Prisma.sql`(u.id IS NULL OR ${inScope(reader, Prisma.sql`u.company_id`)})`;
  return db().$queryRaw<TimelineEntry[]>`
    SELECT e.id, e.at, e.action, e.before, e.after, ${known} IS NOT TRUE AS "byOutsider",
      CASE WHEN ${known} THEN u.first_name || ' ' || u.last_name END AS "actorName",
      CASE WHEN ${known} THEN e.address END AS address
    FROM audit_events e
    LEFT JOIN users u ON u.id = e.actor_id
    WHERE e.subject_id = ${subjectId}::uuid
      AND (e.company_id IS NULL OR ${inScope(reader, Prisma.sql`e.company_id`)})
    ORDER BY e.id DESC
    LIMIT ${NEWEST}`;
}

export type OwnEvent = Pick<
  TimelineEntry,
  'id' | 'at' | 'action' | 'before' | 'after' | 'address'
> & {
  by: 'oneself' | 'administrator' | 'nobody';
};

/**
 * The newest events about the actor themselves, for their cabinet. Of an administrator's deeds it
 * tells that they were done: reasons, values, name and place are for administrators.
 */
export function ownActivity(actor: Actor, newest: number): Promise<OwnEvent[]> {
  const own = Prisma.sql`(e.actor_id = ${actor.userId}::uuid) IS TRUE`;
  return db().$queryRaw<OwnEvent[]>`
    SELECT e.id, e.at, e.action,
      CASE WHEN ${own} THEN e.before END AS before, CASE WHEN ${own} THEN e.after END AS after,
      CASE WHEN ${own} OR e.actor_id IS NULL THEN e.address END AS address,
      CASE WHEN ${own} THEN 'oneself' WHEN e.actor_id IS NULL THEN 'nobody'
        ELSE 'administrator' END AS by
    FROM audit_events e
    WHERE e.subject_id = ${actor.userId}::uuid
    ORDER BY e.id DESC
    LIMIT ${newest}`;
}
