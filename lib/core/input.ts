import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';

// What people type, checked the same way everywhere.

/** An e-mail address as stored: NFKC, trimmed, lower case; one plain recipient (security 6, 46). */
export const emailInput = z
  .string()
  .transform((value) => value.normalize('NFKC').trim().toLowerCase())
  .pipe(
    z
      .email('Enter an e-mail address such as ann@example.org.')
      .max(254, 'That e-mail is too long.'),
  );

/**
 * The id of something, in lower case as the database tells it: the same id is the same text, so that
 * comparing two is enough.
 */
export const idInput = (message?: string) => z.uuid(message).toLowerCase();

/** A required single line of text, white space folded, without control characters. */
export const lineInput = (label: string, maximum: number) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, `${label} is required.`)
        .max(maximum, `${label} has at most ${maximum} characters.`)
        .regex(/^\P{Cc}*$/u, `${label} has characters that cannot be used.`),
    );

const phoneOf = (text: string) =>
  parsePhoneNumberFromString(text.normalize('NFKC').trim(), { extract: false });

/** A phone number with its country, one that is in use there; stored as E.164 (spec §7). */
export const phoneInput = z.string().transform((text, context) => {
  const found = phoneOf(text);
  if (found?.isValid() && !found.ext) return found.number;
  context.addIssue({
    code: 'custom',
    message: 'Enter a number that exists, with its country, such as +380 44 123 4567.',
  });
  return z.NEVER;
});

/** A stored phone number as people read it, in groups; one of another form stays as it is. */
export const phoneText = (stored: string): string =>
  phoneOf(stored)?.formatInternational() ?? stored;

/** A form's hidden field that holds JSON of so many characters at most: what the page itself put there. */
export const jsonInput = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('Load the page again.');
        return z.NEVER;
      }
    });

export const MAXIMUM_SEARCH = 200;

/** What is typed into a search; PostgreSQL knows no NUL, and nobody's name has a control character. */
export const searchInput = z
  .string()
  .trim()
  .max(MAXIMUM_SEARCH)
  .regex(/^\P{Cc}*$/u);

/** An optional form field: the empty string a form sends for "nothing" becomes null. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

/** A calendar day `YYYY-MM-DD` that exists, 1900 to 2999. */
export const dayInput = z.iso
  .date('Enter a day that exists.')
  .refine((day) => day >= '1900-01-01' && day < '3000-01-01', 'Enter a day from 1900 to 2999.');

/** A form's tick box: `on` when ticked, absent when not. */
export const tickInput = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');
