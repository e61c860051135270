import { Avatar } from '@/components/ui/avatar';
import { photoAddress } from '@/lib/photos/policy';
import type { Person } from '@/lib/users/queries';

/** Who a page is about: photo or initials, and the name. */
export function PersonTitle({ person }: { person: Person }) {
  const name = `${person.firstName} ${person.lastName}`;
  return (
    <span className="flex items-center gap-3">
      <Avatar name={name} colour={person.colour} photoUrl={photoAddress(person.id, person.photo)} />
      {name}
    </span>
  );
}
