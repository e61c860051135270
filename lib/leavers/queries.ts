import 'server-only';
import { contractInScope, IS_SEAT, isKeyPerson } from '@/lib/access/contracts';
import { DORMANT_DAY, HORIZONS, isLeaver } from '@/lib/access/leaving';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { db, Prisma } from '@/lib/core/db';
import { offsetOf } from '@/lib/core/paging';
import type { LeaverListQuery, LeavingReason } from './schema';

export type Leaver = {
  id: string;
  name: string;
  email: string;
  company: string | null;
  /** The last day, or the one from which they count as dormant, if they stay away. */
  day: string;
  reason: LeavingReason;
  hasPassed: boolean;
  isLocked: boolean;
  lastActiveAt: Date | null;
  /** The first contracts in scope on which they are key persons, and how many there are. */
  seats: { id: string; number: string }[];
  seatCount: number;
  /** On how many contracts outside the reader's scope they are key persons besides. */
  elsewhere: number;
};

type Asked = Omit<LeaverListQuery, 'page' | 'size'>;

/** FROM and WHERE of those of the actor's scope who leave soon, over `a` and `h`. */
function leavers(actor: Actor, { q, reason, seats }: Asked): Prisma.Sql {
  const conditions = [inScope(actor, Prisma.sql`a.company_id`), isLeaver(reason)];
  if (seats) conditions.push(isKeyPerson(Prisma.sql`a.user_id`));
  if (q) {
    conditions.push(Prisma.sql`a.user_id IN (
      SELECT u.id FROM users u WHERE ${contains(Prisma.sql`u.search`, q)})`);
  }
  return Prisma.sql`FROM user_access a ${HORIZONS} WHERE ${Prisma.join(conditions, ' AND ')}`;
}

const DAY = Prisma.sql`least(a.end_date, ${DORMANT_DAY})`;

const SHOWN = 3;

const seatsOf = (actor: Actor) => Prisma.sql`
  SELECT count(*) FILTER (WHERE ${contractInScope(actor)})::int AS count,
    count(*) FILTER (WHERE NOT ${contractInScope(actor)})::int AS elsewhere,
    coalesce(to_jsonb((array_agg(jsonb_build_object('id', k.id, 'number', k.number)
      ORDER BY k.number, k.id) FILTER (WHERE ${contractInScope(actor)}))[:${SHOWN}::int]), '[]')
      AS shown
  FROM assignments s JOIN contracts k ON k.id = s.contract_id
  WHERE s.user_id = page.user_id AND ${IS_SEAT}`;

/** One page of those who leave soon, the first to go first. */
export const listLeavers = (actor: Actor, query: LeaverListQuery) => db().$queryRaw<Leaver[]>`
  WITH page AS MATERIALIZED (
    SELECT a.user_id, ${DAY} AS day,
      (a.end_date IS NOT NULL AND a.end_date <= ${DORMANT_DAY}) AS by_date, h.today
    ${leavers(actor, query)}
    ORDER BY day, a.user_id LIMIT ${query.size} OFFSET ${offsetOf(query)})
  SELECT u.id, u.first_name || ' ' || u.last_name AS name, u.email, c.name AS company,
    page.day::text AS day, CASE WHEN page.by_date THEN 'end-date' ELSE 'dormant' END AS reason,
    page.day < page.today AS "hasPassed",
    a.locked_at IS NOT NULL AS "isLocked", a.last_active_at AS "lastActiveAt",
    f.count AS "seatCount", f.elsewhere, f.shown AS seats
  FROM page
  JOIN users u ON u.id = page.user_id
  JOIN user_access a ON a.user_id = page.user_id
  LEFT JOIN companies c ON c.id = a.company_id
  CROSS JOIN LATERAL (${seatsOf(actor)}) AS f
  ORDER BY page.day, u.id`;

/** How many leave soon, exactly. */
export async function countLeavers(actor: Actor, query: Asked): Promise<number> {
  const [row] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total ${leavers(actor, query)}`;
  return row?.total ?? 0;
}
