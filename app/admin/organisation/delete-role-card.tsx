import { countText, peopleText } from '@/lib/organisation/labels';
import type { Part } from '@/lib/organisation/structure/queries';
import { sumOf, type RoleEffect } from '@/lib/roles/queries';
import { deleteRoleAction } from './actions';
import { DeleteCard, PeopleLink } from './delete-card';
import { EffectList } from './effect-list';
import { peopleHref } from './kinds';

type DeleteRoleCardProps = { role: Part; effect: RoleEffect };

/** Deleting a role: its holders lose it, and the memberships that came from it alone. */
export function DeleteRoleCard({ role, effect }: DeleteRoleCardProps) {
  const { id, name } = role;
  const memberships = sumOf(effect.go);
  const lost = effect.go.filter(({ people }) => people > 0);
  return (
    <DeleteCard
      what="role"
      action={deleteRoleAction}
      hidden={{ roleId: id, people: String(effect.holders), memberships: String(memberships) }}
      confirm={effect.holders > 0 ? name : undefined}
    >
      {effect.holders > 0 ? (
        <p>
          <PeopleLink href={peopleHref('role', id)}>{peopleText(effect.holders)}</PeopleLink>{' '}
          {effect.holders === 1 ? 'holds' : 'hold'} it and will lose it
          {memberships > 0
            ? `, and with it ${countText(memberships, 'group membership')} that came from it:`
            : '. No group membership goes with it.'}
        </p>
      ) : (
        <p>Nobody holds it.</p>
      )}
      {lost.length > 0 ? <EffectList effects={lost} verb="leave" /> : null}
      {effect.holders > 0 ? (
        <p>Memberships given by hand stay, and those that another role brings.</p>
      ) : null}
      <p>This cannot be undone.</p>
    </DeleteCard>
  );
}
