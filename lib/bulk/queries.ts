import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { offsetOf } from '@/lib/core/paging';
import { countLate } from '@/lib/frozen-lists/queries';
import type { Outcome } from '@/lib/lifecycle/outcome';
import { matching } from '@/lib/users/list-query';
import { sumsOf } from './outcomes';
import type { BulkChange, RunQuery, RunsQuery } from './schema';
import { filterIn, matchingIds } from './selected';

export type Run = {
  id: string;
  listId: string;
  change: BulkChange;
  size: number;
  question: string | null;
  createdAt: Date;
  executedAt: Date | null;
  /** What is given or taken, by name: a group, a place. */
  given: string | null;
};

const named = (table: string, key: string, column = 'name') => Prisma.sql`
  (SELECT g.${Prisma.raw(column)} FROM ${Prisma.raw(table)} g
    WHERE g.id = (${Prisma.raw(`r.change #>> '{${key}}'`)})::uuid)`;

const GIVEN = Prisma.sql`coalesce(
  ${named('access_groups', 'groupId')}, ${named('platform_roles', 'roleId')},
  ${named('quizzes', 'quizId', 'title')},
  concat_ws(', ', ${named('departments', 'place,departmentId')}, ${named('positions', 'place,positionId')}))`;

const runs = (actor: Actor, condition: Prisma.Sql) => Prisma.sql`
  SELECT r.id, r.list_id AS "listId", r.change, r.created_at AS "createdAt",
    r.executed_at AS "executedAt", l.size, l.question, ${GIVEN} AS given
  FROM bulk_runs r JOIN frozen_lists l ON l.id = r.list_id
  WHERE r.actor_id = ${actor.userId}::uuid AND ${condition}`;

/** A run of the actor's own; 404 for anybody else's. */
export async function getRun(actor: Actor, runId: string): Promise<Run> {
  const [run] = await db().$queryRaw<Run[]>(runs(actor, Prisma.sql`r.id = ${runId}::uuid`));
  if (!run) throw notFound('This mass update');
  return run;
}

/** One page of the actor's own runs, newest first. */
export const listRuns = (actor: Actor, query: RunsQuery): Promise<Run[]> =>
  db().$queryRaw<Run[]>`${runs(actor, Prisma.sql`TRUE`)}
    ORDER BY r.id DESC LIMIT ${query.size} OFFSET ${offsetOf(query)}`;

export const countRuns = (actor: Actor): Promise<number> =>
  db().bulkRun.count({ where: { actorId: actor.userId } });

/** How many have each outcome, as previewed or as carried out. */
export const summaryOf = (run: Run): Promise<Sums> => sumsOf(db(), run.id, run.size);

export type RunPerson = {
  userId: string;
  /** Null: they are gone, or where the actor does not see. */
  name: string | null;
  email: string | null;
  company: string | null;
  outcome: Outcome;
};

export type Sums = { done: number } & Partial<Record<Outcome, number>>;

type Asked = Pick<RunQuery, 'q' | 'outcome'>;

const found = (actor: Actor, run: Run, { q, outcome }: Asked) => {
  const conditions = [Prisma.sql`f.list_id = ${run.listId}::uuid`];
  if (outcome) conditions.push(Prisma.sql`coalesce(o.outcome, 'done') = ${outcome}`);
  if (q) conditions.push(Prisma.sql`f.user_id IN (SELECT a.user_id ${matching(actor, { q })})`);
  return Prisma.sql`
    FROM frozen_people f
    LEFT JOIN bulk_outcomes o ON o.run_id = ${run.id}::uuid AND o.user_id = f.user_id
    LEFT JOIN users u ON u.id = f.user_id AND ${inScope(actor, Prisma.sql`u.company_id`)}
    WHERE ${Prisma.join(conditions, ' AND ')}`;
};

/** Whom an export of a run has, and a page of it: by name. */
export const peopleOfRun = (actor: Actor, run: Run, asked: Asked) => ({
  from: found(actor, run, asked),
  order: Prisma.sql`u.last_name, u.first_name, f.user_id`,
});

/** One page of the people of a run, by name, each with their outcome. */
export const listPeople = (actor: Actor, run: Run, query: RunQuery): Promise<RunPerson[]> => {
  const { from, order } = peopleOfRun(actor, run, query);
  return db().$queryRaw<RunPerson[]>`
    SELECT f.user_id AS "userId", u.first_name || ' ' || u.last_name AS name, u.email,
      (SELECT c.name FROM companies c WHERE c.id = u.company_id) AS company,
      coalesce(o.outcome, 'done') AS outcome
    ${from} ORDER BY ${order} LIMIT ${query.size} OFFSET ${offsetOf(query)}`;
};

/** How many people of a run a question finds. */
export async function countPeople(actor: Actor, run: Run, asked: Asked): Promise<number> {
  const [row] = await db().$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS total ${found(actor, run, asked)}`;
  return Number(row?.total ?? 0);
}

/** How many match the list's question by now without being on it; none of those ticked. */
export async function countLateMatches(actor: Actor, run: Run): Promise<number> {
  const filter = run.question === null ? undefined : filterIn(run.question);
  return filter ? countLate(run.listId, matchingIds(actor, filter)) : 0;
}

/** The companies of the people of a list, those with the most first. */
export const companiesOf = (actor: Actor, listId: string) => db().$queryRaw<
  { id: string; name: string }[]
>`
  SELECT c.id, c.name FROM companies c
  JOIN (SELECT a.company_id, count(*) AS people FROM frozen_people f
      JOIN user_access a ON a.user_id = f.user_id
      WHERE f.list_id = ${listId}::uuid GROUP BY a.company_id) AS n ON n.company_id = c.id
  WHERE ${inScope(actor, Prisma.sql`c.id`)} ORDER BY n.people DESC, c.name LIMIT 100`;
