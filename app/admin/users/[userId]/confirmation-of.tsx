import type { Confirmation } from '@/components/form/confirm-content';
import { can } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';
import type { Person } from '@/lib/users/queries';
import { DeedFields } from './deed-fields';
import type { Deed } from './deeds';

/** May the actor do it to this person, and is there anything to do? Nothing to oneself. */
export const isOpen = (deed: Deed, actor: Actor, person: Person): boolean =>
  person.id !== actor.userId && can(actor, deed.permission, person) && deed.when(person);

/** What is asked before a deed on this person. */
export const confirmationOf = (deed: Deed, person: Person): Confirmation => ({
  title: deed.verb,
  description: deed.text,
  people: [`${person.firstName} ${person.lastName}`],
  verb: deed.verb,
  tone: deed.tone,
  action: deed.action,
  hidden: { userId: person.id },
  children: <DeedFields deed={deed} person={person} />,
});
