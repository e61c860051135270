import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { frozen } from '@/lib/frozen-lists/freeze';

/** Keeps what became of the people of a run: of those who are `done`, nothing. */
export const keepOutcomes = (runId: string) => (outcomes: Prisma.Sql) => Prisma.sql`
  INSERT INTO bulk_outcomes (run_id, user_id, outcome)
  SELECT ${runId}::uuid, o.user_id, o.outcome FROM (${outcomes}) AS o WHERE o.outcome <> 'done'`;

/** The ids of those of the list whom the run does not leave out. */
export const doneOf = (runId: string, listId: string): Prisma.Sql => Prisma.sql`
  ${frozen(listId)} AND NOT EXISTS (
    SELECT 1 FROM bulk_outcomes o WHERE o.run_id = ${runId}::uuid AND o.user_id = f.user_id)`;

/** The ids of the key persons a run leaves out, within the actor's scope. */
export const keyPersonsOf = (actor: Actor, runId: string): Prisma.Sql => Prisma.sql`
  SELECT a.user_id FROM bulk_outcomes o JOIN user_access a ON a.user_id = o.user_id
  WHERE o.run_id = ${runId}::uuid AND o.outcome = 'key-person'
    AND ${inScope(actor, Prisma.sql`a.company_id`)}`;

/** How many have each outcome but `done`. */
async function leftOut(tx: Transaction, runId: string): Promise<Record<string, number>> {
  const sums = await tx.$queryRaw<{ outcome: string; people: number }[]>`
    SELECT outcome, count(*)::int AS people FROM bulk_outcomes
    WHERE run_id = ${runId}::uuid GROUP BY outcome ORDER BY people DESC, outcome`;
  return Object.fromEntries(sums.map(({ outcome, people }) => [outcome, people]));
}

/** The sums of a run over a list of `size`: those who are `done` first. */
export async function sumsOf(tx: Transaction, runId: string, size: number) {
  const others = await leftOut(tx, runId);
  const left = Object.values(others).reduce((sum, people) => sum + people, 0);
  return { done: size - left, ...others };
}
