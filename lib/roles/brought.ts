import 'server-only';
import type { Transaction } from '@/lib/core/db';
import { conflict, invalid } from '@/lib/core/errors';
import { groupsOf } from './memberships';

export type NamedGroup = { id: string; name: string };

/** The groups a role brings, by name. */
export const broughtBy = (tx: Transaction, roleId: string): Promise<NamedGroup[]> =>
  tx.$queryRaw<NamedGroup[]>`
    SELECT g.id, g.name FROM platform_role_groups b JOIN access_groups g ON g.id = b.group_id
    WHERE b.role_id = ${roleId}::uuid ORDER BY lower(g.name)`;

/** Makes sure that the role brings what it brought when its groups were chosen (security 62). */
export function assertBrings(groups: NamedGroup[], from: string[]): void {
  const same = groups.length === from.length && groups.every(({ id }) => from.includes(id));
  if (same) return;
  const now = groups.map(({ name }) => name).join(', ') || 'no group';
  throw conflict(
    `Somebody else changed this role meanwhile: it now brings ${now}. Load the page again to go on from there.`,
  );
}

type Wanted = { roleId: string; companyId: string; groups: string[] };

/** Has the role bring these groups alone; returns them. Refuses those of another company (33). */
export async function setBrought(tx: Transaction, wanted: Wanted): Promise<NamedGroup[]> {
  const { roleId, companyId, groups } = wanted;
  await tx.$executeRaw`
    DELETE FROM platform_role_groups
    WHERE role_id = ${roleId}::uuid AND group_id NOT IN (${groupsOf(groups)})`;
  await tx.$executeRaw`
    INSERT INTO platform_role_groups (role_id, group_id)
    SELECT ${roleId}::uuid, g.id FROM access_groups g
    WHERE g.id IN (${groupsOf(groups)}) AND (g.company_id IS NULL OR g.company_id = ${companyId}::uuid)
    ON CONFLICT DO NOTHING`;
  const brought = await broughtBy(tx, roleId);
  if (brought.length !== groups.length) {
    throw invalid({ groups: 'A chosen group is not there any more. Choose again.' });
  }
  return brought;
}
