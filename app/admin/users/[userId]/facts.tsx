import { CopyButton } from '@/components/ui/copy-button';
import { Time } from '@/components/ui/time';
import { RIGHT_LABELS } from '@/lib/access/rights';
import { phoneText } from '@/lib/core/input';
import type { Person } from '@/lib/users/queries';

/** What is known of a person, each with its name: the page and the quick look say it alike. */
export const factsOf = (person: Person) => ({
  email: { label: 'E-mail', value: <Email email={person.email} /> },
  phone: { label: 'Phone', value: person.phone && phoneText(person.phone) },
  company: { label: 'Company', value: person.company },
  department: { label: 'Department', value: person.department },
  position: { label: 'Position', value: person.position },
  colour: { label: 'Colour', value: person.colour && <Colour colour={person.colour} /> },
  created: { label: 'Created', value: <Time at={person.createdAt} /> },
  activity: {
    label: 'Last activity',
    value: person.lastActiveAt ? <Time at={person.lastActiveAt} /> : 'Never signed in',
  },
  account: { label: 'Account', value: person.isActive ? 'Active' : 'Deactivated' },
  start: { label: 'Start date', value: person.startDate },
  end: { label: 'End date', value: person.endDate },
  timeZone: { label: 'Time zone', value: person.timeZone },
  password: { label: 'Password', value: password(person) },
  firstLogin: {
    label: 'First login',
    value: person.profileCompletionOwed ? 'Not completed' : 'Completed',
  },
  secondFactor: { label: 'Second factor', value: secondFactor(person) },
  right: { label: 'Right', value: right(person) },
});

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

const Email = ({ email }: { email: string }) => (
  <span className="inline-flex items-center gap-1">
    {email} <CopyButton value={email} label="Copy e-mail" />
  </span>
);

const Colour = ({ colour }: { colour: string }) => (
  <span className="inline-flex items-center gap-2 font-mono">
    <svg viewBox="0 0 16 16" aria-hidden className="size-4">
      <circle cx="8" cy="8" r="8" fill={colour} />
    </svg>
    {colour}
  </span>
);
