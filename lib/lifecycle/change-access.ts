import 'server-only';
import { assertActorStands } from '@/lib/access/standing';
import type { Actor } from '@/lib/core/actor';
import { Prisma, transaction, type Lane, type Transaction } from '@/lib/core/db';
import { endSessions } from '@/lib/sessions/end';
import type { AccessChange } from './change';
import { guardSuperusers, peopleOf } from './guards';
import type { PersonOutcome } from './outcome';
import { inSet, outcomesOf, verdict } from './verdict';

/** The audit rows of a change, made of (user_id, company_id, before, after) of those changed. */
export type AuditRows = (changed: Prisma.Sql) => Prisma.Sql;

/** People of a set, each query selecting ids as `user_id`; a million never come to JavaScript. */
export type Crowd = {
  people: Prisma.Sql;
  /** The statement that keeps or returns what became of each: `outcomes` selects (user_id, outcome). */
  settle: (outcomes: Prisma.Sql) => Prisma.Sql;
};

// The rows are locked before they are judged, so the verdict is about what is then changed. Where it
// reads more than the locked row, by a statement before it: one that waits itself would see
// passwords, links and companies as they were.
const holdSet = (tx: Transaction, actor: Actor, people: Prisma.Sql) =>
  tx.$executeRaw`SELECT 1 ${inSet(actor, people)} ORDER BY a.user_id FOR UPDATE`;

const NOTHING = Prisma.sql`NULL::jsonb`;

const update = (set: Prisma.Sql) => Prisma.sql`
  UPDATE user_access a SET ${set} FROM judged j WHERE a.user_id = j.user_id AND j.is_done`;

/** The change, and the audit rows of those changed, as CTEs over `judged`. */
function changing({ set, kept = NOTHING, after, keeps }: AccessChange, audit: AuditRows) {
  // What is the same for all is not carried along with each of them.
  if (set && keeps) {
    const same = Prisma.sql`SELECT user_id, company_id, ${keeps.before} AS before,
      ${keeps.after} AS after FROM judged WHERE is_done`;
    return Prisma.sql`changed AS (${update(set)}), audited AS (${audit(same)})`;
  }
  if (set) {
    const changed = Prisma.sql`${update(set)}
      RETURNING a.user_id, a.company_id, j.before, ${after ?? kept} AS after`;
    const audited = audit(Prisma.sql`SELECT * FROM changed`);
    return Prisma.sql`changed AS (${changed}), audited AS (${audited})`;
  }
  // Of what is only done the audit keeps what was done, as what is afterwards.
  const before = after ? Prisma.sql`a.before` : NOTHING;
  const done = Prisma.sql`SELECT a.user_id, a.company_id, ${before} AS before,
    ${after ?? Prisma.sql`a.before`} AS after FROM judged a WHERE a.is_done`;
  return Prisma.sql`audited AS (${audit(done)})`;
}

type Judging = { actor: Actor; crowd: Crowd; change: AccessChange; guarded: boolean };

// `is_done`, a truth value, is what the planner takes for half of them: of a word it would expect
// next to nobody, and look a million people up one by one.
const judgeAndChange = (
  { actor, crowd: { people, settle }, change, guarded }: Judging,
  audit: AuditRows,
) => Prisma.sql`
  WITH judged AS MATERIALIZED (
    SELECT v.*, v.outcome = 'done' AS is_done FROM (
      SELECT a.user_id, a.company_id, ${change.kept ?? NOTHING} AS before,
        ${verdict(actor, people, change, guarded)} AS outcome
      FROM (SELECT a.* ${inSet(actor, people)} ORDER BY a.user_id FOR UPDATE) AS a) AS v),
  ${changing(change, audit)}
  ${settle(outcomesOf(people, Prisma.sql`SELECT user_id, outcome FROM judged`))}`;

/**
 * Judges and changes a crowd in the caller's transaction, with guards and audit rows, and returns
 * what `settle` does. What follows for those changed is left to follow().
 */
export async function changeCrowd<Row>(
  tx: Transaction,
  actor: Actor,
  crowd: Crowd,
  change: AccessChange,
  audit: AuditRows,
): Promise<Row[]> {
  await change.requires?.(tx);
  await change.holds?.(tx, crowd.people);
  const guarded = change.spares === 'access' && (await guardSuperusers(tx, crowd.people));
  await assertActorStands(tx, actor);
  if (change.looksFurther) await holdSet(tx, actor, crowd.people);
  return tx.$queryRaw<Row[]>(judgeAndChange({ actor, crowd, change, guarded }, audit));
}

/** Ends the sessions of those changed, and does what else goes with the change. */
export async function follow(
  tx: Transaction,
  { endsSessions, also }: AccessChange,
  done: Prisma.Sql,
): Promise<void> {
  // A statement of its own: it sees the session of a sign-in for whose row the change had to wait.
  if (endsSessions) {
    await tx.$executeRaw(endSessions(endsSessions, Prisma.sql`s.user_id IN (${done})`));
  }
  await also?.(tx, done);
}

// Those ticked on one page of the list: as quick as a page, whatever the mass changes are at.
const FEW = 100;

const laneOf = (userIds: string[]): Lane => (userIds.length <= FEW ? 'pages' : 'sets');

const returned = (outcomes: Prisma.Sql) =>
  Prisma.sql`SELECT user_id AS "userId", outcome FROM (${outcomes}) AS o`;

/**
 * Changes the access of a set of people in one transaction: guards, change, audit rows, the end of
 * their sessions and what else goes with it (spec §9). Returns what became of each; refused ones are
 * left as they were.
 */
export async function changeAccess(
  actor: Actor,
  userIds: string[],
  change: AccessChange,
  audit: AuditRows,
  within?: Transaction,
): Promise<PersonOutcome[]> {
  const work = async (tx: Transaction) => {
    const crowd = { people: peopleOf(userIds), settle: returned };
    const outcomes = await changeCrowd<PersonOutcome>(tx, actor, crowd, change, audit);
    await follow(tx, change, peopleOf(outcomes.filter(isDone).map(({ userId }) => userId)));
    return outcomes;
  };
  return within ? work(within) : transaction(work, laneOf(userIds));
}

const isDone = ({ outcome }: PersonOutcome) => outcome === 'done';
