import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { inScope } from '@/lib/access/sql';
import { db, Prisma } from '@/lib/core/db';
import { offsetOf } from '@/lib/core/paging';
import type { MailState } from '@/lib/generated/prisma/enums';
import { matching } from './matching';
import type { MailListQuery } from './schema';

/** A mail as administrators see it: never what it says, nor its link, which is a way in. */
export type MailRow = {
  id: string;
  template: string;
  toAddress: string;
  /** Null when the person is gone, or went where the reader does not see. */
  userId: string | null;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  triedAt: Date | null;
  /** When a queued one is tried next; null while it is being sent. */
  nextAt: Date | null;
};

/** One page of the outbox within the actor's scope, newest first. */
export function listMails(actor: Actor, query: MailListQuery): Promise<MailRow[]> {
  return db().$queryRaw<MailRow[]>`
    WITH page AS MATERIALIZED (
      SELECT m.* FROM mails m WHERE ${matching(actor, query)}
      ORDER BY m.id DESC LIMIT ${query.size} OFFSET ${offsetOf(query)})
    SELECT page.id, page.template, page.to_address AS "toAddress", page.state, page.attempts,
      page.last_error AS "lastError", page.created_at AS "createdAt", page.tried_at AS "triedAt",
      (SELECT u.id FROM users u
        WHERE u.id = page.user_id AND ${inScope(actor, Prisma.sql`u.company_id`)}) AS "userId",
      CASE WHEN page.state = 'queued' THEN (SELECT j.run_at FROM graphile_worker.jobs j
        WHERE j.key = 'mail:' || page.id AND j.locked_at IS NULL) END AS "nextAt"
    FROM page ORDER BY page.id DESC`;
}

type Matched = Pick<MailListQuery, 'q' | 'state'>;

const count = async (condition: Prisma.Sql): Promise<number> => {
  const [row] = await db().$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS total FROM mails m WHERE ${condition}`;
  return Number(row?.total ?? 0);
};

/** How many mails match, exactly. */
export const countMails = (actor: Actor, query: Matched): Promise<number> =>
  count(matching(actor, query));

/** How many of those that match the search have failed: what "Retry all failed" takes. */
export const countFailed = (actor: Actor, { q }: Pick<Matched, 'q'>): Promise<number> =>
  count(matching(actor, { q, state: 'failed' }));
