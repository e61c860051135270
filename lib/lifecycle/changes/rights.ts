import 'server-only';
import { grantable, type AdminRight, type Holder } from '@/lib/access/rights';
import { Prisma } from '@/lib/core/db';
import { forbidden } from '@/lib/core/errors';
import type { AccessChange } from '../change';

const KEPT = Prisma.sql`jsonb_build_object('isStaff', a.is_staff, 'right', a.admin_right)`;

/** Makes people staff, without a right; or takes it, and whatever right they hold with it. */
export const setStaff = (isStaff: boolean): AccessChange => ({
  permission: 'rights.grant',
  action: 'user.rights-changed',
  already: Prisma.sql`a.is_staff = ${isStaff}::boolean`,
  kept: KEPT,
  ...(isStaff
    ? { set: Prisma.sql`is_staff = TRUE` }
    : { set: Prisma.sql`is_staff = FALSE, admin_right = NULL`, spares: 'access' }),
});

/**
 * Gives people an administration right (and makes them staff with it), or takes it: never one's own,
 * and nobody grants what they lack (spec §11). All but a superuser's belongs to a company.
 */
export function setRight(actor: Holder, right: AdminRight | null): AccessChange {
  if (right && !grantable(actor).includes(right)) {
    throw forbidden('You cannot give a right that you do not hold yourself.');
  }
  const homeless = Prisma.sql`WHEN a.company_id IS NULL THEN 'no-company'`;
  return {
    permission: 'rights.grant',
    action: 'user.rights-changed',
    ...(right && right !== 'superuser' ? { refused: homeless } : {}),
    already: Prisma.sql`a.admin_right IS NOT DISTINCT FROM ${right}::admin_right`,
    set: Prisma.sql`admin_right = ${right}::admin_right,
      is_staff = a.is_staff OR ${right !== null}::boolean`,
    kept: KEPT,
    spares: 'access',
  };
}
