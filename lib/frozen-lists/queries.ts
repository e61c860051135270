import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { db, type Prisma, type Transaction } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { frozen } from './freeze';

export type FrozenList = { id: string; size: number; question: string | null; createdAt: Date };

/** A list of the actor's own; 404 for anybody else's. */
export async function getFrozenList(
  actor: Actor,
  listId: string,
  tx: Transaction = db(),
): Promise<FrozenList> {
  const list = await tx.frozenList.findFirst({
    where: { id: listId, ownerId: actor.userId },
    select: { id: true, size: true, question: true, createdAt: true },
  });
  if (!list) throw notFound('This selection');
  return list;
}

/** How many of `people`, which selects ids, are not on the list: those who match by now. */
export async function countLate(listId: string, people: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<{ late: bigint }[]>`
    SELECT count(*) AS late FROM (${people} EXCEPT ${frozen(listId)}) AS l`;
  return Number(row?.late ?? 0);
}
