import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { RIGHT_LABELS } from '@/lib/access/rights';
import type { Person } from '@/lib/users/queries';

function password({ source, hasPassword, passwordChangeOwed }: Person) {
  if (source === 'directory') return 'Held by the directory';
  if (!hasPassword) return 'None: cannot sign in with one';
  return passwordChangeOwed ? 'Set; a change is owed' : 'Set';
}

function secondFactor({ twoFactorEnabledAt, twoFactorRequired }: Person) {
  if (!twoFactorEnabledAt) return twoFactorRequired ? 'Required, not set up' : 'Off';
  return (
    <>
      On since <Time at={twoFactorEnabledAt} />
      {twoFactorRequired ? '; required' : null}
    </>
  );
}

function right(person: Person) {
  if (!person.isStaff) return 'No administration';
  return person.right ? RIGHT_LABELS[person.right] : 'Staff without a right';
}

/** Whether someone may enter, and why not. */
export function AccessCard({ person }: { person: Person }) {
  return (
    <Card>
      <CardHeader title="Access" />
      <CardBody>
        {person.lockedAt ? (
          <Notice tone="warning" title="Locked" className="mb-4">
            {person.lockReason} · <Time at={person.lockedAt} />
            {person.lockedByName ? ` by ${person.lockedByName}` : null}
          </Notice>
        ) : null}
        <DescriptionList
          items={[
            { label: 'Account', value: person.isActive ? 'Active' : 'Deactivated' },
            { label: 'Start date', value: person.startDate },
            { label: 'End date', value: person.endDate },
            { label: 'Time zone', value: person.timeZone },
            { label: 'Password', value: password(person) },
            {
              label: 'First login',
              value: person.profileCompletionOwed ? 'Not completed' : 'Completed',
            },
            { label: 'Second factor', value: secondFactor(person) },
            { label: 'Right', value: right(person) },
          ]}
        />
      </CardBody>
    </Card>
  );
}
