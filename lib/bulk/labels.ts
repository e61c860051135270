import type { Outcome } from '@/lib/lifecycle/outcome';
import type { BulkChange, BulkField, ChangeOf } from './schema';

/** The fields of Mass Update, as they read in its list, and what each is about. */
export const FIELDS: Record<BulkField, { label: string; about: string }> = {
  active: { label: 'Is Active', about: 'Deactivate the accounts, or activate them again.' },
  locked: { label: 'Locked', about: 'Lock at once with a reason, or unlock.' },
  password: { label: 'Password', about: 'Invalidate and mail a link, or force a change.' },
  'two-factor': { label: 'Require 2FA', about: 'Require a second factor, or lift it.' },
  sessions: { label: 'End all sessions', about: 'Sign everybody out, everywhere.' },
  'start-date': { label: 'Start date', about: 'The first day with access.' },
  'end-date': { label: 'End date', about: 'The last day with access.' },
  place: { label: 'Department and position', about: 'Where they work in their company.' },
  group: { label: 'Group', about: 'Add to a group, or take out of it.' },
  role: { label: 'Platform role', about: 'Give or take a role, with its groups.' },
  quiz: { label: 'Quiz', about: 'Assign a quiz to take.' },
  colour: { label: 'Colour', about: 'The colour of their name and row.' },
  staff: { label: 'Staff', about: 'Who may open the administration.' },
};

/** The ways of changing a field, in the words of its choice. */
export const WAYS: Partial<Record<BulkField, Record<string, string>>> = {
  active: {
    deactivate: 'Deactivate',
    restore: 'Activate (Restore)',
    reset: 'Activate (Reset)',
  },
  locked: { lock: 'Lock', unlock: 'Unlock' },
  password: { invalidate: 'Invalidate and mail a link', force: 'Force a change at next login' },
  'two-factor': { require: 'Require', lift: 'Lift the requirement' },
  'start-date': { set: 'Set the day', remove: 'Remove the start date' },
  'end-date': { set: 'Set the day', remove: 'Remove the end date' },
  place: { set: 'Move to', remove: 'Remove department and position' },
  group: { add: 'Add to the group', remove: 'Take out of the group' },
  role: { add: 'Give the role', remove: 'Take the role' },
  colour: { set: 'Set the colour', remove: 'Remove the colour' },
  staff: { make: 'Make staff', take: 'No longer staff' },
};

/** What is given to those whose end date has passed. */
function endOf({ value, end, day }: ChangeOf<'active'>): string | null {
  if (value === 'deactivate' || !end) return null;
  return end === 'set' ? `(passed end dates become ${day})` : '(passed end dates are removed)';
}

/** What the change gives, in words: a day, a group by its name. */
function valueOf(change: BulkChange, given: string | null): string | null {
  if (change.field === 'active') return endOf(change);
  if ('day' in change && change.value === 'set') return change.day;
  if (change.field === 'locked') return change.value === 'lock' ? `“${change.reason}”` : null;
  if (change.field === 'colour') return change.value === 'set' ? change.colour : null;
  if (change.field === 'place' && change.value === 'remove') return null;
  return given || null;
}

/** A change in words: "Is Active: Deactivate", "Group: Add to the group Night shift". */
export function changeText(change: BulkChange, given: string | null): string {
  const way = 'value' in change ? WAYS[change.field]?.[change.value] : undefined;
  const words = [way, valueOf(change, given)].filter(Boolean).join(' ');
  const { label } = FIELDS[change.field];
  return words ? `${label}: ${words}` : label;
}

const DEEDS: Record<string, (users: string) => string> = {
  restore: (users) => `Activate and restore ${users}`,
  reset: (users) => `Activate ${users}`,
  lock: (users) => `Lock ${users}`,
  unlock: (users) => `Unlock ${users}`,
  invalidate: (users) => `Invalidate the passwords of ${users}`,
  force: (users) => `Force a password change on ${users}`,
  require: (users) => `Require 2FA of ${users}`,
  lift: (users) => `No longer require 2FA of ${users}`,
  make: (users) => `Make ${users} staff`,
  take: (users) => `Remove ${users} from staff`,
};

/** The button that carries a change out: "Lock 214 users". */
export function deedText(change: BulkChange, people: number): string {
  const users = people === 1 ? '1 user' : `${people.toLocaleString('en')} users`;
  if (change.field === 'active' && change.value === 'deactivate') return 'Agree and Proceed';
  if (change.field === 'sessions') return `End the sessions of ${users}`;
  const way = 'value' in change ? change.value : '';
  return DEEDS[way]?.(users) ?? `Update ${users}`;
}

/** What becomes of somebody: before it runs, and after. */
export const OUTCOMES: Record<Outcome, { before: string; after: string; why?: string }> = {
  done: { before: 'Will change', after: 'Changed' },
  already: { before: 'Already so', after: 'Already so' },
  yourself: refused('Yourself', 'Nobody does this to themselves. Ask another administrator.'),
  'above-you': refused('Above you', 'They hold a right above your own.'),
  'last-superuser': refused(
    'Last administrator',
    'No superuser who can sign in with a password would remain.',
  ),
  'key-person': refused(
    'Key person',
    'Approver or named manager of an open contract: replace them there first, or lock them instead.',
  ),
  'end-date-passed': refused(
    'End date passed',
    'They would stay out. Give a new end date with it, or none.',
  ),
  directory: refused('Directory-managed', 'Their directory holds the password.'),
  'no-password': refused('No password yet', 'They have none to change; send a link instead.'),
  'no-control-word': refused('No control word', 'Their company has no control word yet.'),
  'kept-out': refused('May not enter', 'A link would open nothing for them now.'),
  'start-after-end': refused('Start after end', 'The start date would be after the end date.'),
  'other-company': refused('Another company', 'This belongs to another company than theirs.'),
  'no-company': refused('No company', 'The right belongs to a company, and they have none.'),
  'from-role': refused('Comes with a role', 'The group goes with the role that brought it.'),
  'not-found': refused('Outside your scope', 'They left your company, or are gone.'),
};

function refused(word: string, why: string) {
  return { before: word, after: word, why };
}
