import 'server-only';
import { RANK, rankOf } from '@/lib/access/rights';
import { inScope } from '@/lib/access/sql';
import { assertActorStands } from '@/lib/access/standing';
import type { Actor } from '@/lib/core/actor';
import { Prisma, transaction, type Transaction } from '@/lib/core/db';
import type { SessionEnd } from '@/lib/generated/prisma/enums';
import { endSessions } from '@/lib/sessions/end';
import { guardSuperusers, peopleOf, superuserRemains } from './guards';
import type { PersonOutcome } from './outcome';

/** A change of access, in SQL over `a`: the row of user_access, before it when read, after when set. */
export type AccessChange = {
  /** Nothing to do for these. */
  already?: Prisma.Sql;
  /** The assignments; none for what goes with the access but does not change it. */
  set?: Prisma.Sql;
  /** What the audit keeps, as a jsonb expression: evaluated before and after. */
  kept: Prisma.Sql;
  /** The audit rows, made of (user_id, company_id, before, after) of those changed. */
  audit: (changed: Prisma.Sql) => Prisma.Sql;
  /** Further verdicts over `a`, as WHEN … THEN 'outcome' clauses, before "already". */
  refused?: Prisma.Sql;
  /** Not to oneself (`self`); nor, when it takes access away, from the last superuser (`access`). */
  spares?: 'self' | 'access';
  /** Why the sessions of those changed end, if they do. */
  endsSessions?: SessionEnd;
  /** What else is written for those changed, in the same transaction: links, credentials, mail. */
  also?: (tx: Transaction, done: Prisma.Sql) => Promise<unknown>;
};

const RANK_SQL = Prisma.sql`CASE a.admin_right ${Prisma.join(
  Object.entries(RANK).map(
    ([right, rank]) => Prisma.sql`WHEN ${right}::admin_right THEN ${rank}::int`,
  ),
  ' ',
)} ELSE 0 END`;

/** What to say of people in a set, over `a` (user_access); the first that applies. */
export const judgeRank = (actor: Actor): Prisma.Sql =>
  Prisma.sql`WHEN ${RANK_SQL} > ${rankOf(actor.right)}::int THEN 'above-you'`;

/** Why a person is left out, or `done`; the first that applies. */
function verdict(actor: Actor, people: Prisma.Sql, change: AccessChange, guarded: boolean) {
  const self = Prisma.sql`WHEN a.user_id = ${actor.userId}::uuid THEN 'yourself'`;
  const last = Prisma.sql`
    WHEN a.admin_right = 'superuser' AND NOT (${guarded}::boolean AND ${superuserRemains(actor, people)})
      THEN 'last-superuser'`;
  return Prisma.sql`CASE
    ${judgeRank(actor)}
    ${change.refused ?? Prisma.empty}
    WHEN ${change.already ?? Prisma.sql`FALSE`} THEN 'already'
    ${change.spares ? self : Prisma.empty}
    ${change.spares === 'access' ? last : Prisma.empty}
    ELSE 'done' END`;
}

const changeJudged = (set: Prisma.Sql, kept: Prisma.Sql) => Prisma.sql`
  UPDATE user_access a SET ${set} FROM judged j
  WHERE a.user_id = j.user_id AND j.outcome = 'done'
  RETURNING a.user_id, a.company_id, j.before, ${kept} AS after`;

const KEEP_JUDGED = Prisma.sql`
  SELECT user_id, company_id, NULL::jsonb AS before, before AS after FROM judged
  WHERE outcome = 'done'`;

const inSet = (actor: Actor, people: Prisma.Sql) => Prisma.sql`
  FROM user_access a
  WHERE a.user_id IN (${people}) AND ${inScope(actor, Prisma.sql`a.company_id`)}
  ORDER BY a.user_id FOR UPDATE`;

// The rows are locked before they are judged, so the verdict is about what is then changed; and by a
// statement before it: one that waits itself would see passwords, links and companies as they were.
const holdSet = (tx: Transaction, actor: Actor, people: Prisma.Sql) =>
  tx.$executeRaw`SELECT 1 ${inSet(actor, people)}`;

function judgeAndChange(actor: Actor, people: Prisma.Sql, change: AccessChange, guarded: boolean) {
  return Prisma.sql`
    WITH held AS MATERIALIZED (SELECT a.* ${inSet(actor, people)}),
    judged AS MATERIALIZED (
      SELECT a.user_id, a.company_id, ${change.kept} AS before, ${verdict(actor, people, change, guarded)} AS outcome
      FROM held a),
    changed AS (${change.set ? changeJudged(change.set, change.kept) : KEEP_JUDGED}),
    audited AS (${change.audit(Prisma.sql`SELECT * FROM changed`)})
    SELECT p.user_id AS "userId", coalesce(j.outcome, 'not-found') AS outcome
    FROM (${people}) AS p (user_id) LEFT JOIN judged j USING (user_id)`;
}

/**
 * Changes the access of a set of people in one transaction: guards, change, audit rows, the end of
 * their sessions and what else goes with it (spec §9). Returns what became of each; refused ones are
 * left as they were.
 */
export async function changeAccess(
  actor: Actor,
  userIds: string[],
  change: AccessChange,
): Promise<PersonOutcome[]> {
  const people = peopleOf(userIds);
  return lifecycleTransaction(async (tx) => {
    const guarded = change.spares === 'access' && (await guardSuperusers(tx, people));
    await assertActorStands(tx, actor);
    await holdSet(tx, actor, people);
    const outcomes = await tx.$queryRaw<PersonOutcome[]>(
      judgeAndChange(actor, people, change, guarded),
    );
    const done = peopleOf(outcomes.filter(isDone).map(({ userId }) => userId));
    // A statement of its own: it sees the session of a sign-in for whose row the change had to wait.
    if (change.endsSessions) {
      await tx.$executeRaw(endSessions(change.endsSessions, Prisma.sql`s.user_id IN (${done})`));
    }
    await change.also?.(tx, done);
    return outcomes;
  });
}

const isDone = ({ outcome }: PersonOutcome) => outcome === 'done';

/** A transaction for a set: a mass change may take longer than a page. */
export const lifecycleTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
  transaction(work, 'sets');
