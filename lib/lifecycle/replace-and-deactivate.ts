import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma, transaction } from '@/lib/core/db';
import { replaceSeats } from '@/lib/contracts/assignments/commands';
import type { Replacement } from '@/lib/contracts/assignments/schema';
import { settleContracts } from '@/lib/tasks/settle';
import { deactivateUsers } from './commands';
import { assertDone } from './outcome';

/**
 * Moves a key person's seats to their successors and deactivates the person in the same transaction:
 * where either is refused, nothing is done (spec §9).
 */
export const replaceAndDeactivate = (
  actor: Actor,
  { userId, replacements }: { userId: string; replacements: Replacement[] },
): Promise<void> =>
  transaction(async (tx) => {
    await replaceSeats(actor, { replacements }, tx);
    assertDone(await deactivateUsers(actor, { userIds: [userId] }, tx));
    const contracts = replacements.map(({ contractId }) => contractId);
    await settleContracts(tx, Prisma.sql`SELECT unnest(${contracts}::uuid[])`);
  });
