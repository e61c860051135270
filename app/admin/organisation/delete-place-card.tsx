import { countText, peopleText } from '@/lib/organisation/labels';
import type { Part } from '@/lib/organisation/structure/queries';
import { deleteUnusedAction } from './actions';
import { DeleteCard, PeopleLink } from './delete-card';
import { peopleHref } from './kinds';

type DeletePlaceCardProps = { kind: 'department' | 'position'; part: Part };

/** Deleting a department with its positions, or a position: not while people are in it. */
export function DeletePlaceCard({ kind, part }: DeletePlaceCardProps) {
  const { id, people, related: positions } = part;
  return (
    <DeleteCard
      what={kind}
      held={people > 0}
      action={deleteUnusedAction}
      hidden={{ kind, id, positions: String(positions) }}
    >
      {people > 0 ? (
        <p>
          <PeopleLink href={peopleHref(kind, id)}>{peopleText(people)}</PeopleLink>{' '}
          {people === 1 ? 'is' : 'are'} in this {kind}. It can be deleted once nobody is; move them
          to another one first.
        </p>
      ) : (
        <p>
          Nobody is in this {kind}.{' '}
          {positions > 0
            ? `Its ${countText(positions, 'position')} ${positions === 1 ? 'goes' : 'go'} with it.`
            : null}{' '}
          This cannot be undone.
        </p>
      )}
    </DeleteCard>
  );
}
