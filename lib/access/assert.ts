import { forbidden, notFound } from '@/lib/core/errors';
import { can, holds, sees, type Holder, type Permission, type Target } from './rights';

/**
 * Refuses an actor who may not do this: 403 without the permission, 404 outside their scope, so
 * that nothing tells what exists there (spec §11).
 */
export function assertCan(actor: Holder, permission: Permission, target?: Target): void {
  if (!holds(actor, permission)) throw forbidden();
  if (target && !sees(actor, target)) throw notFound('What you asked for');
  if (target && !can(actor, permission, target)) {
    throw forbidden('This person holds a right above your own.');
  }
}
