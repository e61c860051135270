import 'server-only';
import { contractInScope, HAS_SEAT } from '@/lib/access/contracts';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import type { Asked } from './judge';

/** How access is held: so that nobody changes it, or because the same transaction goes on to. */
export type Hold = 'SHARE' | 'UPDATE';

const MODES: Record<Hold, Prisma.Sql> = {
  SHARE: Prisma.sql`FOR SHARE`,
  UPDATE: Prisma.sql`FOR UPDATE`,
};

const unique = (ids: (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))];

/**
 * Holds what the judgement reads, in the order of all who change seats: the contracts, the roles
 * given, then the access of all who hold seats on them, of those changed and of the actor.
 */
export async function holdAsked(
  tx: Transaction,
  actor: Actor,
  { rows, moves }: Asked,
  mode: Hold,
): Promise<void> {
  const contracts = unique([...rows, ...moves].map(({ contractId }) => contractId));
  const people = unique([
    actor.userId,
    ...rows.map(({ userId }) => userId),
    ...moves.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId]),
  ]);
  await tx.$executeRaw`
    SELECT 1 FROM contracts k WHERE k.id = ANY (${contracts}::uuid[]) AND ${contractInScope(actor)}
    ORDER BY k.id FOR NO KEY UPDATE OF k`;
  await tx.$executeRaw`
    SELECT 1 FROM contract_roles WHERE id = ANY (${unique(rows.map(({ roleId }) => roleId))}::uuid[])
    ORDER BY id FOR KEY SHARE`;
  await tx.$executeRaw`
    SELECT 1 FROM user_access a WHERE a.user_id IN (
      SELECT unnest(${people}::uuid[])
      UNION SELECT s.user_id FROM assignments s JOIN contracts k ON k.id = s.contract_id
      WHERE k.id = ANY (${contracts}::uuid[]) AND ${contractInScope(actor)} AND ${HAS_SEAT})
    ORDER BY a.user_id ${MODES[mode]}`;
}
