import 'server-only';
import { assertCan } from '@/lib/access/assert';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import { invalid } from '@/lib/core/errors';
import { overtaken, overtakenIn } from './conflict';
import { assertMayGrant } from './grant';
import { directoryRefusal, wantedOf } from './merge';
import { assertOffered } from './offered';
import type { PersonEdit, PersonState } from './schema';
import { holdPerson } from './state';
import type { Edit } from './write';

/** To a company inside the scope, and never out of all companies. */
function assertMayMove(actor: Actor, now: PersonState, next: PersonState) {
  const { companyId } = next;
  if (companyId === now.companyId) return;
  if (companyId === null) throw invalid({ companyId: 'Choose a company.' });
  assertCan(actor, 'users.create', { companyId });
}

function assertRights(actor: Actor, now: PersonState, next: PersonState) {
  if (next.isStaff === now.isStaff && next.right === now.right) return;
  assertCan(actor, 'rights.grant');
  assertMayGrant(actor, next);
  if (next.right && !next.isStaff) {
    throw invalid({ right: 'Only staff can hold an administration right.' });
  }
}

/**
 * Holds the person and works out what is to be written. Throws what the form or the other editor's
 * save stands against; nothing is written before.
 */
export async function editOf(tx: Transaction, actor: Actor, input: PersonEdit): Promise<Edit> {
  const { userId, seen } = input;
  const { state: now, source } = await holdPerson(tx, actor, userId);
  const next = wantedOf(input, now);
  if (overtakenIn(seen, now, next).length > 0) {
    throw await overtaken(tx, actor, { seen, now, wanted: next });
  }
  const held = source === 'directory' && directoryRefusal(now, next);
  if (held) throw held;
  assertMayMove(actor, now, next);
  assertRights(actor, now, next);
  await assertOffered(tx, next);
  return { userId, now, next };
}
