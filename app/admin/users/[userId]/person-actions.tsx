import { CircleCheck, CircleSlash2, Ellipsis, Pencil } from 'lucide-react';
import { ConfirmMenu } from '@/components/form/confirm-menu';
import { Button, ButtonLink } from '@/components/ui/button';
import { can } from '@/lib/access/rights';
import { seatsOf, type Seats } from '@/lib/contracts/seats';
import type { Actor } from '@/lib/core/actor';
import type { Person } from '@/lib/users/queries';
import { confirmationOf, isOpen } from './confirmation-of';
import { DeedButton } from './deed-button';
import { deactivate, deleteUser, HEAD, MORE, type Deed } from './deeds';
import { SeatsNotice } from './seats-notice';

const NO_SEATS: Seats = { seats: [], elsewhere: 0 };

const itemOf = (deed: Deed, person: Person, seats: Seats) => {
  const confirmation = confirmationOf(deed, person);
  return {
    ...confirmation,
    ...(deed === deleteUser && isKey(seats)
      ? {
          children: (
            <>
              <SeatsNotice seats={seats} cannot="be deleted" />
              {confirmation.children}
            </>
          ),
        }
      : {}),
    label: deed.label,
    icon: <deed.icon aria-hidden />,
  };
};

const isKey = ({ seats, elsewhere }: Seats) => seats.length + elsewhere > 0;

/** What may be done to a person in their present state by this actor: the rarer in a menu. */
export async function PersonActions({ actor, person }: { actor: Actor; person: Person }) {
  const open = (deed: Deed) => isOpen(deed, actor, person);
  const more = MORE.filter(open);
  const held = [deactivate, deleteUser].some(open) ? await seatsOf(actor, [person.id]) : NO_SEATS;
  const address = `/admin/users/${person.id}`;
  const mayActivate =
    !person.isActive && person.id !== actor.userId && can(actor, 'users.deactivate', person);
  return (
    <>
      {more.length > 0 ? (
        <ConfirmMenu
          trigger={
            <Button>
              <Ellipsis aria-hidden /> More
            </Button>
          }
          items={more.map((deed) => itemOf(deed, person, held))}
        />
      ) : null}
      {can(actor, 'users.update', person) ? (
        <ButtonLink href={`${address}/edit`}>
          <Pencil aria-hidden /> Edit
        </ButtonLink>
      ) : null}
      {mayActivate ? (
        <ButtonLink href={`${address}/activate`}>
          <CircleCheck aria-hidden /> Activate
        </ButtonLink>
      ) : null}
      {HEAD.filter(open).map((deed) =>
        deed === deactivate && isKey(held) ? (
          <ButtonLink key={deed.label} href={`${address}/deactivate`}>
            <CircleSlash2 aria-hidden /> Deactivate
          </ButtonLink>
        ) : (
          <DeedButton key={deed.label} deed={deed} person={person} />
        ),
      )}
    </>
  );
}
