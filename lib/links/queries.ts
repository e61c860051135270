import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import type { LinkPurpose } from '@/lib/generated/prisma/enums';
import type { InvitationState } from './labels';

export type Invitation = {
  id: string;
  purpose: LinkPurpose;
  state: InvitationState;
  at: Date;
  expiresAt: Date;
  /** Null: somebody outside the reader's scope, or no longer there. */
  byName: string | null;
  /** Why the mail has not been delivered so far. */
  mailError: string | null;
};

const NEWEST = 10;

// The first that applies. A mail that was never delivered is what to mend, expired or not.
const STATE = Prisma.sql`CASE
  WHEN l.consumed_at IS NOT NULL THEN 'used'
  WHEN l.voided_at IS NOT NULL THEN 'voided'
  WHEN m.state = 'failed' THEN 'failed'
  WHEN l.expires_at <= now() THEN 'expired'
  WHEN l.opened_at IS NOT NULL THEN 'opened'
  WHEN m.state = 'queued' THEN 'queued'
  ELSE 'sent' END`;

/**
 * The newest links that administrators sent to a person, whom the reader may see. Whoever sent one
 * from outside the reader's scope is not named.
 */
export function invitationsOf(reader: Actor, userId: string): Promise<Invitation[]> {
  return db().$queryRaw<Invitation[]>`
    SELECT l.id, l.purpose, ${STATE} AS state, l.created_at AS at, l.expires_at AS "expiresAt",
      CASE WHEN ${inScope(reader, Prisma.sql`b.company_id`)}
        THEN b.first_name || ' ' || b.last_name END AS "byName",
      CASE WHEN m.state IN ('queued', 'failed') THEN m.last_error END AS "mailError"
    FROM access_links l
    LEFT JOIN mails m ON m.link_id = l.id
    LEFT JOIN users b ON b.id = l.requested_by_id
    WHERE l.user_id = ${userId}::uuid AND l.requested_by_id IS NOT NULL
    ORDER BY l.id DESC
    LIMIT ${NEWEST}`;
}
