import { ArrowRight } from 'lucide-react';
import { LookSheet } from '@/components/data-table/look-sheet';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import type { Actor } from '@/lib/core/actor';
import type { Memberships } from '@/lib/people/queries';
import { photoAddress } from '@/lib/photos/policy';
import type { Person, UserListRow } from '@/lib/users/queries';
import type { UserListQuery } from '@/lib/users/schema';
import { factsOf } from '../[userId]/facts';
import { LockNotice } from '../[userId]/lock-notice';
import { membershipFacts } from '../[userId]/membership-facts';
import { PersonActions } from '../[userId]/person-actions';
import { StatusBadges } from '../[userId]/status-badges';
import { listHref, lookHref, personHref } from '../list-href';

type QuickLookProps = {
  actor: Actor;
  query: UserListQuery;
  rows: UserListRow[];
  person: Person;
  memberships: Memberships;
};

function hrefsOf({ query, rows, person }: QuickLookProps) {
  const at = rows.findIndex(({ id }) => id === person.id);
  const look = (row: UserListRow | undefined) => row && lookHref(query, row.id);
  return {
    close: listHref(query),
    // Whoever is not on this page has no neighbours on it.
    previous: look(at > 0 ? rows[at - 1] : undefined),
    next: look(at < 0 ? undefined : rows[at + 1]),
    full: personHref(person.id),
  };
}

/** The person of a row at a glance, beside the list: the facts that decide, and what may be done. */
export function QuickLook(props: QuickLookProps) {
  const { actor, person, memberships } = props;
  const hrefs = hrefsOf(props);
  const name = `${person.firstName} ${person.lastName}`;
  const facts = factsOf(person);
  return (
    <LookSheet
      title={name}
      hrefs={hrefs}
      footer={
        <ButtonLink href={hrefs.full}>
          Full page <ArrowRight aria-hidden />
        </ButtonLink>
      }
    >
      <div className="mb-4 flex items-center gap-3">
        <Avatar
          name={name}
          colour={person.colour}
          photoUrl={photoAddress(person.id, person.photo)}
          size="lg"
        />
        <StatusBadges person={person} />
      </div>
      <LockNotice person={person} />
      <div className="mb-5 flex flex-wrap gap-2 empty:hidden">
        <PersonActions actor={actor} person={person} />
      </div>
      <DescriptionList
        items={[
          facts.email,
          facts.phone,
          facts.company,
          facts.department,
          facts.position,
          facts.start,
          facts.end,
          facts.secondFactor,
          facts.right,
          ...membershipFacts(memberships),
          facts.activity,
        ]}
      />
    </LookSheet>
  );
}
