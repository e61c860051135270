import { z } from 'zod';
import { lineInput } from '@/lib/core/input';
import { isTimeZone } from './time-zones';

const companyFields = {
  name: lineInput('The name', 200),
  timeZone: z.string().max(100).refine(isTimeZone, 'Choose a time zone of the list.'),
};

export const newCompany = z.strictObject(companyFields);
export const companyEdit = z.strictObject({
  ...companyFields,
  companyId: z.uuid(),
  /** The version the editor saw; a later one in the database is a conflict (security 62). */
  version: z.coerce.number().int().min(1),
});
export type NewCompany = z.infer<typeof newCompany>;
export type CompanyEdit = z.infer<typeof companyEdit>;

export const companyReference = z.strictObject({ companyId: z.uuid() });

const MINIMUM_WORD = 8;
const MAXIMUM_WORD = 256;
const lengthOf = (word: string) => [...word.normalize('NFC')].length;

/** A company's control word to check: any text up to the limit, verbatim. */
export const givenControlWord = z
  .string()
  .min(1, 'Enter the control word.')
  .max(4 * MAXIMUM_WORD, `A control word has at most ${MAXIMUM_WORD} characters.`)
  .refine(
    (word) => lengthOf(word) <= MAXIMUM_WORD,
    `A control word has at most ${MAXIMUM_WORD} characters.`,
  );

/** A control word to set; that it is not the company's name is checked where that is known. */
export const newControlWord = givenControlWord.refine(
  (word) => lengthOf(word) >= MINIMUM_WORD,
  `Use at least ${MINIMUM_WORD} characters.`,
);
