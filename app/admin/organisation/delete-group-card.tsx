import { countText, peopleText } from '@/lib/organisation/labels';
import type { Part } from '@/lib/organisation/structure/queries';
import type { GroupUse } from '@/lib/roles/queries';
import { deleteGroupAction } from './actions';
import { DeleteCard, PeopleLink } from './delete-card';
import { peopleHref } from './kinds';

type DeleteGroupCardProps = { group: Part; use: GroupUse };

/** Deleting a group: its members leave it, and the roles that bring it bring it no more. */
export function DeleteGroupCard({ group, use }: DeleteGroupCardProps) {
  const { id, name, people, related: roles } = group;
  const more = roles - use.roles.length;
  return (
    <DeleteCard
      what="group"
      action={deleteGroupAction}
      hidden={{ groupId: id, people: String(people) }}
      confirm={people > 0 ? name : undefined}
    >
      {people > 0 ? (
        <p>
          <PeopleLink href={peopleHref('group', id)}>{peopleText(people)}</PeopleLink> will leave
          it: {use.byRole.toLocaleString('en')} who came by a role,{' '}
          {use.byHand.toLocaleString('en')} by hand.
        </p>
      ) : (
        <p>Nobody is in it.</p>
      )}
      {roles > 0 ? (
        <p>
          {countText(roles, 'role')} will bring it no more: {use.roles.join(', ')}
          {more > 0 ? ` and ${countText(more, 'other')}` : null}.
        </p>
      ) : null}
      <p>This cannot be undone.</p>
    </DeleteCard>
  );
}
