import { Ellipsis, Pencil } from 'lucide-react';
import { ConfirmMenu } from '@/components/form/confirm-menu';
import { Button, ButtonLink } from '@/components/ui/button';
import { can } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';
import type { Person } from '@/lib/users/queries';
import { confirmationOf, isOpen } from './confirmation-of';
import { DeedButton } from './deed-button';
import { HEAD, MORE, type Deed } from './deeds';

const itemOf = (deed: Deed, person: Person) => ({
  ...confirmationOf(deed, person),
  label: deed.label,
  icon: <deed.icon aria-hidden />,
});

/** What may be done to a person in their present state by this actor: the rarer in a menu. */
export function PersonActions({ actor, person }: { actor: Actor; person: Person }) {
  const open = (deed: Deed) => isOpen(deed, actor, person);
  const more = MORE.filter(open);
  return (
    <>
      {more.length > 0 ? (
        <ConfirmMenu
          trigger={
            <Button>
              <Ellipsis aria-hidden /> More
            </Button>
          }
          items={more.map((deed) => itemOf(deed, person))}
        />
      ) : null}
      {can(actor, 'users.update', person) ? (
        <ButtonLink href={`/admin/users/${person.id}/edit`}>
          <Pencil aria-hidden /> Edit
        </ButtonLink>
      ) : null}
      {HEAD.filter(open).map((deed) => (
        <DeedButton key={deed.label} deed={deed} person={person} />
      ))}
    </>
  );
}
