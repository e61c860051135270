import 'server-only';
import { contractInScope, IS_SEAT } from '@/lib/access/contracts';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma, type Transaction } from '@/lib/core/db';

/** The seats a key person holds on one open contract. */
export type Seat = {
  userId: string;
  contractId: string;
  number: string;
  name: string;
  isPractice: boolean;
  party: 1 | 2;
  isApprover: boolean;
  isNamedManager: boolean;
};

/** The seats inside the actor's scope, and on how many contracts outside it there are more. */
export type Seats = { seats: Seat[]; elsewhere: number };

const SHOWN = 200;

/** The seats that keep people from being deactivated (spec §9), at most 200, by contract number. */
export async function seatsOf(
  actor: Actor,
  userIds: string[],
  tx: Transaction = db(),
): Promise<Seats> {
  const held = Prisma.sql`
    FROM assignments s JOIN contracts k ON k.id = s.contract_id
    WHERE s.user_id = ANY (${userIds}::uuid[]) AND ${IS_SEAT}`;
  const seats = await tx.$queryRaw<Seat[]>`
    SELECT s.user_id AS "userId", k.id AS "contractId", k.number, k.name,
      k.is_practice AS "isPractice", s.party, s.is_approver AS "isApprover",
      s.is_named_manager AS "isNamedManager"
    ${held} AND ${contractInScope(actor)}
    ORDER BY k.number, k.id, s.user_id LIMIT ${SHOWN}`;
  const [rest] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${held} AND NOT ${contractInScope(actor)}`;
  return { seats, elsewhere: rest?.count ?? 0 };
}
