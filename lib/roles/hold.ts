import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { assertCan } from '@/lib/access/assert';
import { invalid, notFound } from '@/lib/core/errors';
import type { Transaction } from '@/lib/core/db';
import { holdersOf } from './memberships';

/** A role while the transaction holds it: nobody is given it, and it brings nothing else, meanwhile. */
export async function holdRole(
  tx: Transaction,
  actor: Actor,
  roleId: string,
): Promise<{ name: string; companyId: string }> {
  const [role] = await tx.$queryRaw<{ name: string; companyId: string }[]>`
    SELECT name, company_id AS "companyId" FROM platform_roles
    WHERE id = ${roleId}::uuid FOR UPDATE`;
  if (!role) throw notFound('This role');
  assertCan(actor, 'structure.update', { companyId: role.companyId });
  // Whoever changes somebody's roles or groups holds their access, so that no two undo each other.
  await tx.$executeRaw`
    SELECT 1 FROM user_access WHERE user_id IN (${holdersOf(roleId)}) ORDER BY user_id FOR UPDATE`;
  return role;
}

/** A group while the transaction holds it: nobody joins it, and no role comes to bring it, meanwhile. */
export async function holdGroup(
  tx: Transaction,
  actor: Actor,
  groupId: string,
): Promise<{ name: string; companyId: string | null }> {
  const [group] = await tx.$queryRaw<{ name: string; companyId: string | null }[]>`
    SELECT name, company_id AS "companyId" FROM access_groups
    WHERE id = ${groupId}::uuid FOR UPDATE`;
  if (!group) throw notFound('This group');
  if (group.companyId === null) assertCan(actor, 'groups.update-other');
  else assertCan(actor, 'structure.update', { companyId: group.companyId });
  return group;
}

/** What takes something from people is confirmed by its name, typed. */
export function assertNamed(people: number, name: string, typed: string | undefined): void {
  if (people > 0 && typed?.trim() !== name) {
    throw invalid({ name: `Type “${name}” to confirm.` });
  }
}
