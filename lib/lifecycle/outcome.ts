import { conflict, forbidden, notFound } from '@/lib/core/errors';

/** What became of each person of a set: done, nothing to do, or refused and why. */
export type Outcome =
  'done' | 'already' | 'yourself' | 'above-you' | 'last-superuser' | 'not-found';

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
    case 'above-you':
      throw forbidden('This person holds a right above your own.');
    default:
      throw notFound('This person');
  }
}
