import type { SeatReference } from '@/lib/contracts/assignments/schema';
import type { Seat } from '@/lib/contracts/seats';

/** The seats one by one: of whoever is approver and named manager of a contract, both. */
export const refsOf = (seats: Seat[]): SeatReference[] =>
  seats.flatMap(({ contractId, userId, isApprover, isNamedManager }) => [
    ...(isApprover ? [{ contractId, userId, seat: 'approver' as const }] : []),
    ...(isNamedManager ? [{ contractId, userId, seat: 'named_manager' as const }] : []),
  ]);
