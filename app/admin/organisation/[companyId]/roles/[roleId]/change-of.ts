import type { GroupChoice } from '@/lib/roles/queries';
import type { RoleQuery } from '@/lib/roles/schema';

export type RoleChange = {
  /** The groups that are ticked. */
  chosen: string[];
  added: string[];
  removed: string[];
  isChange: boolean;
};

/** What the ticks would change: until somebody has chosen, the groups it brings are ticked. */
export function changeOf(groups: GroupChoice[], query: RoleQuery): RoleChange {
  const brought = groups.filter((group) => group.brought).map(({ id }) => id);
  // What was asked for and cannot be chosen here is no choice.
  const chosen = query.chosen
    ? groups.filter(({ id }) => query.group.includes(id)).map(({ id }) => id)
    : brought;
  const added = chosen.filter((id) => !brought.includes(id));
  const removed = brought.filter((id) => !chosen.includes(id));
  return { chosen, added, removed, isChange: added.length + removed.length > 0 };
}
