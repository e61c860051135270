import 'server-only';
import { contractInScope, IS_EFFECTIVE, IS_SEAT } from '@/lib/access/contracts';
import { DORMANT_DAY, HORIZONS } from '@/lib/access/leaving';
import { holds } from '@/lib/access/rights';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { db, Prisma } from '@/lib/core/db';
import { offsetOf } from '@/lib/core/paging';
import type { TaskKind } from '@/lib/generated/prisma/enums';
import type { SeatName } from './labels';
import type { TaskListQuery } from './schema';

export type TaskRow = {
  id: string;
  kind: TaskKind;
  openedAt: Date;
  closedAt: Date | null;
  company: string;
  contractId: string | null;
  number: string | null;
  contractName: string | null;
  isPractice: boolean | null;
  /** Of an uncovered contract: the seats that nobody effective holds now. */
  seats: SeatName[];
  /** Of a key person who leaves; neither who nor when and why of whom the reader may not name. */
  userId: string | null;
  person: string | null;
  /** May the reader open their page? */
  isSeen: boolean;
  /** Their last day, or the one from which they count as dormant; null when that is none any more. */
  day: string | null;
  reason: 'end-date' | 'dormant' | null;
  /** The first contracts on which they are key persons, and how many there are. */
  contracts: { id: string; number: string }[];
  contractCount: number;
};

/** Whose name a reader may see: people of their own company, and guests where they see those. */
const isNamed = (actor: Actor) =>
  holds(actor, 'assignments.update-guests')
    ? Prisma.sql`TRUE`
    : inScope(actor, Prisma.sql`u.company_id`);

type Asked = Omit<TaskListQuery, 'page' | 'size'>;

/** FROM and WHERE of the tasks of an actor's scope, over `t`, `k` (contracts) and `u` (users they may name). */
function matching(actor: Actor, { q, kind, state }: Asked): Prisma.Sql {
  const conditions = [
    inScope(actor, Prisma.sql`t.company_id`),
    state === 'open' ? Prisma.sql`t.closed_at IS NULL` : Prisma.sql`t.closed_at IS NOT NULL`,
  ];
  if (kind) conditions.push(Prisma.sql`t.kind = ${kind}::task_kind`);
  if (q) {
    conditions.push(Prisma.sql`(${contains(Prisma.sql`lower(k.number || ' ' || k.name)`, q)}
      OR ${contains(Prisma.sql`u.search`, q)})`);
  }
  return Prisma.sql`FROM tasks t
    LEFT JOIN contracts k ON k.id = t.contract_id
    LEFT JOIN users u ON u.id = t.user_id AND ${isNamed(actor)}
    WHERE ${Prisma.join(conditions, ' AND ')}`;
}

const UNCOVERED = Prisma.sql`ARRAY(
  SELECT h.seat FROM assignments s
  JOIN user_access a ON a.user_id = s.user_id
  LEFT JOIN companies c ON c.id = a.company_id
  CROSS JOIN LATERAL (VALUES ('approver', s.is_approver), ('named_manager', s.is_named_manager))
    AS h (seat, is_held)
  WHERE s.contract_id = p.contract_id AND s.is_active AND h.is_held AND k.archived_at IS NULL
  GROUP BY h.seat HAVING NOT bool_or(${IS_EFFECTIVE}) ORDER BY h.seat)`;

const SHOWN = 3;

const seatsOf = (actor: Actor) => Prisma.sql`
  SELECT count(*)::int AS count,
    coalesce(to_jsonb((array_agg(jsonb_build_object('id', k.id, 'number', k.number)
      ORDER BY k.number, k.id))[:${SHOWN}::int]), '[]') AS shown
  FROM assignments s JOIN contracts k ON k.id = s.contract_id
  WHERE s.user_id = p.user_id AND k.company_id = p.company_id AND ${IS_SEAT}
    AND ${contractInScope(actor)}`;

/** One page of the tasks of an actor's scope, newest first, each with what it is about now. */
export const listTasks = (actor: Actor, query: TaskListQuery) => db().$queryRaw<TaskRow[]>`
  WITH p AS MATERIALIZED (
    SELECT t.* ${matching(actor, query)}
    ORDER BY t.id DESC LIMIT ${query.size} OFFSET ${offsetOf(query)})
  SELECT p.id, p.kind, p.opened_at AS "openedAt", p.closed_at AS "closedAt", o.name AS company,
    k.id AS "contractId", k.number, k.name AS "contractName", k.is_practice AS "isPractice",
    CASE WHEN p.contract_id IS NULL THEN '{}' ELSE ${UNCOVERED} END AS seats,
    u.id AS "userId", u.first_name || ' ' || u.last_name AS person,
    u.id IS NOT NULL AND ${inScope(actor, Prisma.sql`u.company_id`)} AS "isSeen",
    least(a.end_date, ${DORMANT_DAY})::text AS day,
    CASE WHEN a.user_id IS NULL THEN NULL
      WHEN a.end_date <= ${DORMANT_DAY} THEN 'end-date' ELSE 'dormant' END AS reason,
    f.count AS "contractCount", f.shown AS contracts
  FROM p
  JOIN companies o ON o.id = p.company_id
  LEFT JOIN contracts k ON k.id = p.contract_id
  LEFT JOIN users u ON u.id = p.user_id AND ${isNamed(actor)}
  LEFT JOIN user_access a ON a.user_id = u.id
  ${HORIZONS}
  CROSS JOIN LATERAL (${seatsOf(actor)}) AS f
  ORDER BY p.id DESC`;

/** How many tasks match, exactly. */
export async function countTasks(actor: Actor, query: Asked): Promise<number> {
  const [row] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total ${matching(actor, query)}`;
  return row?.total ?? 0;
}

const MOST_COUNTED = 100;

/** How many tasks wait in the actor's scope, up to 100: beside the place's name. */
export async function openTasks(actor: Actor): Promise<number> {
  const [row] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (
      SELECT 1 FROM tasks t WHERE t.closed_at IS NULL AND ${inScope(actor, Prisma.sql`t.company_id`)}
      LIMIT ${MOST_COUNTED}) AS t`;
  return row?.total ?? 0;
}
