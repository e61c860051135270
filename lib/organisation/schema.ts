import { z } from 'zod';
import { idInput, lineInput, optional, searchInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';
import { isTimeZone } from './time-zones';

const companyFields = {
  name: lineInput('The name', 200),
  timeZone: z.string().max(100).refine(isTimeZone, 'Choose a time zone of the list.'),
};

export const newCompany = z.strictObject(companyFields);
export const companyEdit = z.strictObject({
  ...companyFields,
  companyId: idInput(),
  /** The version the editor saw; a later one in the database is a conflict (security 62). */
  version: z.coerce.number().int().min(1),
});
export type NewCompany = z.infer<typeof newCompany>;
export type CompanyEdit = z.infer<typeof companyEdit>;

export const companyReference = z.strictObject({ companyId: idInput() });
/** The company to delete, and the name by which it was shown. */
export const companyToDelete = z.strictObject({
  companyId: idInput(),
  name: lineInput('The name', 200),
});
export type CompanyToDelete = z.infer<typeof companyToDelete>;

/** The question of a list by name, parsed once from the URL. */
export const namedListQuery = z.strictObject({
  q: searchInput.default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: pageSizeInput.default(25),
});
export type NamedListQuery = z.infer<typeof namedListQuery>;

/** What is typed to find a company, and the one chosen so far. */
export const companySearch = z.strictObject({
  q: searchInput.optional(),
  chosen: idInput().optional(),
});
export type CompanySearch = z.infer<typeof companySearch>;

/** What a company is made of; each has a name of its own among its like (spec §1). */
export const PART_KINDS = ['department', 'position', 'role', 'group', 'contract-role'] as const;
export type PartKind = (typeof PART_KINDS)[number];

const partName = lineInput('The name', 200);
const kind = z.enum(PART_KINDS);

/** A new part of a company; of a department for a position; of nothing for an "other group". */
export const newPart = z.strictObject({ kind, parentId: optional(idInput()), name: partName });
export type NewPart = z.infer<typeof newPart>;

/** `from` is the name the editor saw; another one in the database is a conflict (security 62). */
export const partRename = z.strictObject({
  kind,
  id: idInput(),
  from: partName,
  name: partName,
});
export type PartRename = z.infer<typeof partRename>;

/** A part to delete that nobody may be in any more, with as many positions below it as were shown. */
export const unusedPart = z.strictObject({
  kind: z.enum(['department', 'position', 'contract-role']),
  id: idInput(),
  positions: z.coerce.number().int().min(0).default(0),
});
export type UnusedPart = z.infer<typeof unusedPart>;

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
