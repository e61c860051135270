import 'server-only';
import { Prisma, type Transaction } from '@/lib/core/db';

/** Whom to freeze: `people` selects their ids, and the question says how they were found. */
export type Freezing = { ownerId: string; people: Prisma.Sql; question: string | null };

// So many rows are new that what the planner knows of the table is no longer true.
const MANY = 10_000;

/** Keeps people as they match now, in the caller's transaction; returns the list and its size. */
export async function freeze(
  tx: Transaction,
  { ownerId, people, question }: Freezing,
): Promise<{ listId: string; size: number }> {
  const { id: listId } = await tx.frozenList.create({ data: { ownerId, question } });
  // In the order of the index, which then only grows at its end.
  const size = await tx.$executeRaw`
    INSERT INTO frozen_people (list_id, user_id)
    SELECT ${listId}::uuid, p.user_id FROM (${people}) AS p (user_id) ORDER BY p.user_id`;
  await tx.$executeRaw`UPDATE frozen_lists SET size = ${size}::int WHERE id = ${listId}::uuid`;
  if (size >= MANY) await tx.$executeRaw`ANALYZE frozen_people`;
  return { listId, size };
}

/** The ids of a frozen list, as a query. */
export const frozen = (listId: string): Prisma.Sql =>
  Prisma.sql`SELECT f.user_id FROM frozen_people f WHERE f.list_id = ${listId}::uuid`;
