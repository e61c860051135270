import { assertCan } from '@/lib/access/assert';
import { grantable } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';
import { forbidden } from '@/lib/core/errors';
import type { PersonState } from './schema';

/** Staff and rights only from somebody who may grant them, and never more than they hold (§11). */
export function assertMayGrant(
  actor: Actor,
  { isStaff, right }: Pick<PersonState, 'isStaff' | 'right'>,
): void {
  if (!isStaff && !right) return;
  assertCan(actor, 'rights.grant');
  if (right && !grantable(actor).includes(right)) throw forbidden('You cannot grant this right.');
}
