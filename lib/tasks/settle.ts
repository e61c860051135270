import 'server-only';
import { IS_SEAT, IS_UNCOVERED } from '@/lib/access/contracts';
import { HORIZONS, isLeaver } from '@/lib/access/leaving';
import { Prisma, sqlState, transaction, type Transaction } from '@/lib/core/db';

// Advisory locks: one at a time opens and closes tasks of contracts, and one process looks at them all.
const SETTLE_LOCK = 72_002;
const LOOK_LOCK = 72_003;

/** The open contracts with a seat whose holders may none of them enter, among those of a condition on `k`. */
const uncovered = (among: Prisma.Sql) => Prisma.sql`
  SELECT k.id AS contract_id, k.company_id
  FROM assignments s
  JOIN contracts k ON k.id = s.contract_id
  JOIN user_access a ON a.user_id = s.user_id
  LEFT JOIN companies c ON c.id = a.company_id
  WHERE ${IS_SEAT} AND ${among}
  GROUP BY k.id, k.company_id
  HAVING ${IS_UNCOVERED}`;

// A task is about a contract or about a person: one equality, by which many are matched at once.
const SAME = Prisma.sql`d.company_id = t.company_id
  AND coalesce(d.contract_id, d.user_id) = coalesce(t.contract_id, t.user_id)`;

/** Opens what is so and not open, closes what is open and not so, among the tasks of a condition on `t`. */
const settled = (kind: string, due: Prisma.Sql, among: Prisma.Sql) => Prisma.sql`
  WITH due AS MATERIALIZED (${due}),
  closed AS (
    UPDATE tasks t SET closed_at = now()
    WHERE t.kind = ${kind}::task_kind AND t.closed_at IS NULL AND ${among}
      AND NOT EXISTS (SELECT 1 FROM due d WHERE ${SAME}))
  INSERT INTO tasks (kind, company_id, contract_id, user_id)
  SELECT ${kind}::task_kind, d.company_id, d.contract_id, d.user_id FROM due d
  ON CONFLICT DO NOTHING`;

const settledContracts = (among: Prisma.Sql, ofTasks: Prisma.Sql) =>
  settled(
    'contract_uncovered',
    Prisma.sql`SELECT u.company_id, u.contract_id, NULL::uuid AS user_id
      FROM (${uncovered(among)}) AS u`,
    ofTasks,
  );

const EVERYTHING = Prisma.sql`TRUE`;

/** The key persons who leave soon, once for each company that owns contracts of their seats. */
const LEAVING = Prisma.sql`
  SELECT DISTINCT k.company_id, NULL::uuid AS contract_id, s.user_id
  FROM assignments s
  JOIN contracts k ON k.id = s.contract_id
  JOIN user_access a ON a.user_id = s.user_id
  ${HORIZONS}
  WHERE ${IS_SEAT} AND ${isLeaver()}`;

/** The contracts on which people (`people` selects their ids) have a seat, or had before. */
const seatsHeldBy = (people: Prisma.Sql) => Prisma.sql`
  SELECT s.contract_id FROM assignments s
  WHERE (s.is_approver OR s.is_named_manager) AND s.user_id IN (${people})`;

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Waits for the turn to settle as long as the lane lets it. Not longer, and then it is left to the
 * worker: nobody's lock fails because a mass change keeps others' tasks.
 */
async function waitForTurn(tx: Transaction): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT turn`;
  try {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETTLE_LOCK}::int)`;
    return true;
  } catch (error) {
    if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT turn`;
    return false;
  }
}

/**
 * Opens and closes the tasks of contracts (`contracts` selects their ids) in the transaction of what
 * changed who may act on them. Two who each put out one of the last two holders come one after the
 * other here, so that the second sees what the first did.
 */
export async function settleContracts(tx: Transaction, contracts: Prisma.Sql): Promise<void> {
  const [row] = await tx.$queryRaw<{ any: boolean }[]>`SELECT EXISTS (${contracts}) AS any`;
  if (!row?.any) return;
  if (!(await waitForTurn(tx))) return;
  await tx.$executeRaw(
    settledContracts(
      Prisma.sql`k.id IN (${contracts})`,
      Prisma.sql`t.contract_id IN (${contracts})`,
    ),
  );
}

/** The same for the contracts on which these people have seats. */
export const settleSeatsOf = (tx: Transaction, people: Prisma.Sql): Promise<void> =>
  settleContracts(tx, seatsHeldBy(people));

/** Contracts whose tasks are not what is so: open and covered, or uncovered and not open. */
const UNSETTLED = Prisma.sql`
  SELECT coalesce(d.contract_id, t.contract_id) AS contract_id
  FROM (${uncovered(EVERYTHING)}) AS d
  FULL JOIN (SELECT contract_id FROM tasks
    WHERE kind = 'contract_uncovered' AND closed_at IS NULL) AS t USING (contract_id)
  WHERE d.contract_id IS NULL OR t.contract_id IS NULL`;

const AT_ONCE = 10_000; // what is more waits for the next time
// So many are new that what the planner knows of the table is no longer true.
const MANY = 10_000;

/**
 * Opens and closes all tasks by what is so now: what time alone brought about, and what was done
 * without telling. By every process now and then; one at a time, others pass. What it finds unsettled
 * is judged again where it is written, so that nobody who locks a key person waits for the search.
 */
export const settleAll = (): Promise<void> =>
  transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${LOOK_LOCK}::int) AS mine`;
    if (!row?.mine) return;
    const opened = await tx.$executeRaw(settled('key_person_leaving', LEAVING, EVERYTHING));
    if (opened >= MANY) await tx.$executeRaw`ANALYZE tasks`;
    const found = await tx.$queryRaw<{ contract_id: string }[]>`${UNSETTLED} LIMIT ${AT_ONCE}`;
    const ids = found.map(({ contract_id }) => contract_id);
    await settleContracts(tx, Prisma.sql`SELECT unnest(${ids}::uuid[])`);
  }, 'sets');
