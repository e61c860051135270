import { Notice } from '@/components/ui/notice';
import { RIGHT_LABELS } from '@/lib/access/rights';
import type { Memberships } from '@/lib/people/queries';
import type { Person } from '@/lib/users/queries';

type MoveNoticeProps = { person: Person; memberships: Memberships; to: string };

const named = (what: string, names: string[]) =>
  names.length > 0 ? [`${what}: ${names.join(', ')}`] : [];

/** Says, before it is saved, what a move to another company takes from somebody. */
export function MoveNotice({ person, memberships, to }: MoveNoticeProps) {
  const { company, department, position, right } = person;
  const groups = memberships.groups.filter(({ companyId }) => companyId !== null);
  const lost = [
    ...named('Department', department ? [department] : []),
    ...named('Position', position ? [position] : []),
    ...named(
      'Platform roles',
      memberships.roles.map(({ name }) => name),
    ),
    ...named(
      'Groups',
      groups.map(({ name }) => name),
    ),
    ...named(
      'Quizzes',
      memberships.quizzes.map(({ name }) => name),
    ),
  ];
  return (
    <Notice tone="warning" title={`Moves from ${company} to ${to} when you save`} className="mb-4">
      {lost.length > 0 ? (
        <>
          <p>What belongs to {company} is taken away:</p>
          <ul className="list-disc pl-5">
            {lost.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>They have nothing there that would be taken away.</p>
      )}
      {right && right !== 'superuser' ? (
        <p>
          Their right as {RIGHT_LABELS[right].toLowerCase()} then holds in {to}.
        </p>
      ) : null}
    </Notice>
  );
}
