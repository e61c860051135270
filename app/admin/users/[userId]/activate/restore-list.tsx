import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';
import { ASSIGNMENT_OUTCOMES, MEMBERSHIP_OUTCOMES } from '@/lib/snapshots/labels';
import type { KeptMembership, RestorePreview } from '@/lib/snapshots/queries';
import { AssignmentLine } from './assignment-line';
import { Line } from './line';

/** What Restore will do: what comes back, then what does not and why. */
export function RestoreList({ preview }: { preview: RestorePreview }) {
  const { takenAt, assignments, more, elsewhere, roles, groups, membership } = preview;
  if (!takenAt) {
    return <p className="text-muted">Nothing was kept when the account was deactivated.</p>;
  }
  const back = {
    assignments: assignments.filter(({ outcome }) => outcome === 'back'),
    roles: roles.filter(({ outcome }) => outcome === 'back'),
  };
  const left = assignments.filter(({ outcome }) => outcome !== 'back');
  const moreBack = more.filter(({ outcome }) => outcome === 'back');
  const moreLeft = more.filter(({ outcome }) => outcome !== 'back');
  const lost = [...named('Platform role', roles), ...named('Group', groups)];
  const none =
    back.assignments.length + moreBack.length + back.roles.length + membership.length === 0;
  return (
    <div className="grid gap-4">
      <p className="text-muted">
        Kept at the deactivation, <Time at={takenAt} />.
      </p>
      <Part title="Comes back" icon={<Check aria-hidden className="size-4 text-state-active" />}>
        {back.assignments.map((assignment) => (
          <AssignmentLine key={assignment.contractId} assignment={assignment} />
        ))}
        {moreBack.map(moreOf)}
        {back.roles.map(({ name }) => (
          <Line key={name} what={name} about="Platform role" />
        ))}
        {membership.map((name) => (
          <Line key={name} what={name} about="Group" />
        ))}
        {none ? <Line what="Nothing" about="The account is activated only." /> : null}
      </Part>
      {left.length + moreLeft.length + lost.length + elsewhere > 0 ? (
        <Part title="Does not come back" icon={<Minus aria-hidden className="size-4 text-muted" />}>
          {left.map(({ contractId, number, name, outcome }) => (
            <Line
              key={contractId}
              what={`${number} ${name}`}
              about={ASSIGNMENT_OUTCOMES[outcome]}
            />
          ))}
          {moreLeft.map(moreOf)}
          {lost}
          {elsewhere > 0 ? (
            <Line
              what={`${countOf(elsewhere, 'contract')} of other companies`}
              about="Beyond your rights"
            />
          ) : null}
        </Part>
      ) : null}
    </div>
  );
}

const countOf = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

const moreOf = ({ outcome, count }: RestorePreview['more'][number]) => (
  <Line
    key={`more-${outcome}`}
    what={countOf(count, 'more contract')}
    about={ASSIGNMENT_OUTCOMES[outcome]}
  />
);

const named = (kind: string, kept: KeptMembership[]) =>
  kept
    .filter(({ outcome }) => outcome !== 'back')
    .map(({ name, outcome }, index) => (
      <Line
        key={`${kind}-${name ?? index}`}
        what={name ?? `A ${kind.toLowerCase()}`}
        about={MEMBERSHIP_OUTCOMES[outcome]}
      />
    ));

type PartProps = { title: string; icon: ReactNode; children: ReactNode };

const Part = ({ title, icon, children }: PartProps) => (
  <section>
    <h3 className="mb-1.5 flex items-center gap-1.5 font-medium">
      {icon} {title}
    </h3>
    <ul className="grid gap-1.5 rounded-md border bg-canvas px-3 py-2">{children}</ul>
  </section>
);
