import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';

export type SavedView = {
  id: string;
  name: string;
  question: string;
  isShared: boolean;
  isOwn: boolean;
  /** Null: of somebody whom the reader does not see. */
  ownerName: string | null;
};

/** The actor's own views, then those shared with them, by name; a few hundred at most. */
export const listViews = (actor: Actor) => db().$queryRaw<SavedView[]>`
  SELECT v.id, v.name, v.question, v.is_shared AS "isShared",
    v.owner_id = ${actor.userId}::uuid AS "isOwn",
    CASE WHEN ${inScope(actor, Prisma.sql`u.company_id`)}
      THEN u.first_name || ' ' || u.last_name END AS "ownerName"
  FROM saved_views v JOIN users u ON u.id = v.owner_id
  WHERE v.owner_id = ${actor.userId}::uuid
    OR v.is_shared AND (v.company_id IS NULL OR v.company_id = ${actor.companyId}::uuid)
  ORDER BY "isOwn" DESC, lower(v.name), v.id LIMIT 300`;
