import { z } from 'zod';
import { lengthOf, MAXIMUM_PASSWORD, MINIMUM_PASSWORD } from './policy';

const tooLong = `A password has at most ${MAXIMUM_PASSWORD} characters.`;

const verbatim = (missing: string) =>
  z
    .string()
    .min(1, missing)
    .max(4 * MAXIMUM_PASSWORD, tooLong)
    .refine((password) => lengthOf(password) <= MAXIMUM_PASSWORD, tooLong);

/** A password to check: any string up to the limit, verbatim (security 3). */
export const givenPassword = verbatim('Enter the password.');

/** One's own password, asked again before it changes. */
export const currentPassword = verbatim('Enter your current password.');

/** The new password once more; that both are the same is checked beside it. */
export const repeatedPassword = verbatim('Repeat the new password.');

/** A password to set: the least length only; what settings and person add is in policy.ts. */
export const newPassword = verbatim('Enter a new password.').refine(
  (password) => lengthOf(password) >= MINIMUM_PASSWORD,
  `Use at least ${MINIMUM_PASSWORD} characters.`,
);
