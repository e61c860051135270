import { conflict, forbidden, notFound } from '@/lib/core/errors';

/** What became of each person of a set: done, nothing to do, or refused and why. */
export type Outcome =
  | 'done'
  | 'already'
  | 'yourself'
  | 'above-you'
  | 'last-superuser'
  | 'key-person'
  | 'end-date-passed'
  | 'directory'
  | 'no-password'
  | 'no-control-word'
  | 'kept-out'
  | 'start-after-end'
  | 'other-company'
  | 'no-company'
  | 'from-role'
  | 'not-found';

export type PersonOutcome = { userId: string; outcome: Outcome };

/** Turns the outcome for a single person into silence or the error that names the refusal. */
export function assertDone([only]: PersonOutcome[]): void {
  switch (only?.outcome) {
    case 'done':
    case 'already':
      return;
    case 'yourself':
      throw conflict('You cannot do this to yourself. Ask another administrator.');
    case 'last-superuser':
      throw conflict(
        'This is the last superuser who can sign in with a password. Make another one first.',
      );
    case 'key-person':
      throw conflict(
        'This person is a key person of a contract. Replace them there first, or lock them instead.',
      );
    case 'end-date-passed':
      throw conflict('Their end date has passed. Give a new one that is today or later, or none.');
    case 'directory':
      throw conflict('The directory holds this password; change it there.');
    case 'no-password':
      throw conflict('This person has no password yet. Send a link to choose one.');
    case 'no-control-word':
      throw conflict('The company has no control word yet. Set one in its settings first.');
    case 'kept-out':
      throw conflict(
        'This person may not enter now, so a link would open nothing. Let them in first.',
      );
    case 'start-after-end':
      throw conflict('The start date would be after the end date. Change the other one first.');
    case 'other-company':
      throw conflict('This belongs to another company than the person. Choose one of theirs.');
    case 'no-company':
      throw conflict(
        'This right belongs to a company, and the person has none. Give them one first.',
      );
    case 'from-role':
      throw conflict('This group comes with a role of theirs. Take the role away instead.');
    case 'above-you':
      throw forbidden('This person holds a right above your own.');
    default:
      throw notFound('This person');
  }
}
