import { z } from 'zod';

export const MINIMUM_PASSWORD = 8;
export const MAXIMUM_PASSWORD = 256;

const verbatim = (missing: string) =>
  z
    .string()
    .min(1, missing)
    .max(MAXIMUM_PASSWORD, `A password has at most ${MAXIMUM_PASSWORD} characters.`);

/** A password to check: any string up to the limit, verbatim (security 3). */
export const givenPassword = verbatim('Enter the password.');

/** One's own password, asked again before it changes. */
export const currentPassword = verbatim('Enter your current password.');

/** The new password once more; that both are the same is checked beside it. */
export const repeatedPassword = verbatim('Repeat the new password.');

/** A password to set: length only; what depends on the person is in policy.ts (spec §4). */
export const newPassword = verbatim('Enter a new password.').refine(
  (password) => [...password.normalize('NFC')].length >= MINIMUM_PASSWORD,
  `Use at least ${MINIMUM_PASSWORD} characters.`,
);
