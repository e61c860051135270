import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { isLimitedToParty2 } from '@/lib/access/contracts';
import { recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import type { Judged } from './judge';
import type { AssignmentChanges, Replacements } from './schema';
import { writeAssignments } from './write';

/**
 * Adds people to contracts and changes what they are on them (spec §10), all rows or none. Refusals
 * name each row and why; outside the scope 404, beyond the right 403 (security 34). `within`: in the
 * caller's transaction.
 */
export async function changeAssignments(
  actor: Actor,
  { rows }: AssignmentChanges,
  within?: Transaction,
): Promise<Judged[]> {
  assertCan(actor, isLimitedToParty2(actor) ? 'assignments.update-party2' : 'assignments.update');
  return writeAssignments(
    actor,
    { rows, moves: [] },
    ({ added, changed }) => [
      recordSet(actor, 'contract.person-added', added),
      recordSet(actor, 'contract.person-changed', changed),
    ],
    within,
  );
}

/**
 * Moves seats of key persons to their successors in one step (spec §10): effective, on the same
 * contract, of the same party, with a sufficient threshold. All or none. `within`: in the caller's
 * transaction, which goes on to change the access of those replaced.
 */
export async function replaceSeats(
  actor: Actor,
  { replacements }: Replacements,
  within?: Transaction,
): Promise<Judged[]> {
  assertCan(actor, 'assignments.update');
  return writeAssignments(
    actor,
    { rows: [], moves: replacements },
    ({ changed }) => [recordSet(actor, 'contract.key-person-replaced', changed)],
    within,
  );
}
