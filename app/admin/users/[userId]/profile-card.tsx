import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import { phoneText } from '@/lib/core/input';
import type { Person } from '@/lib/users/queries';

/** Who someone is. */
export function ProfileCard({ person }: { person: Person }) {
  return (
    <Card>
      <CardHeader title="Profile" />
      <CardBody>
        <DescriptionList
          items={[
            {
              label: 'E-mail',
              value: (
                <span className="inline-flex items-center gap-1">
                  {person.email} <CopyButton value={person.email} label="Copy e-mail" />
                </span>
              ),
            },
            { label: 'Phone', value: person.phone && phoneText(person.phone) },
            { label: 'Company', value: person.company },
            { label: 'Department', value: person.department },
            { label: 'Position', value: person.position },
            { label: 'Colour', value: person.colour && <Colour colour={person.colour} /> },
            { label: 'Created', value: <Time at={person.createdAt} /> },
            {
              label: 'Last activity',
              value: person.lastActiveAt ? <Time at={person.lastActiveAt} /> : 'Never signed in',
            },
          ]}
        />
      </CardBody>
    </Card>
  );
}

const Colour = ({ colour }: { colour: string }) => (
  <span className="inline-flex items-center gap-2 font-mono">
    <svg viewBox="0 0 16 16" aria-hidden className="size-4">
      <circle cx="8" cy="8" r="8" fill={colour} />
    </svg>
    {colour}
  </span>
);
