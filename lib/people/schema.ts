import { z } from 'zod';
import { ADMIN_RIGHTS } from '@/lib/access/rights';
import {
  dayInput,
  emailInput,
  idInput,
  jsonInput,
  lineInput,
  optional,
  phoneInput,
  searchInput,
  tickInput,
} from '@/lib/core/input';
import { newPassword } from '@/lib/credentials/schema';
import { colourInput } from '@/lib/lifecycle/schema';
import { INVITES } from '@/lib/onboarding/schema';
import { photoInput } from '@/lib/photos/schema';

const MOST_TICKS = 1000;

/** Ticks of one name: none, one value or several; the same choice always reads the same. */
const ticks = <T extends z.ZodType<string>>(one: T) =>
  z
    .preprocess(
      (value) => (value === undefined || value === '' ? [] : [value].flat()),
      z.array(one).max(MOST_TICKS),
    )
    .transform((values) => [...new Set(values)].sort());

const listed = optional(idInput('Choose one of the list.'));

/** Everything of a person that an administrator fills in (spec §7), as it is written and compared. */
const fields = {
  firstName: lineInput('The first name', 100),
  lastName: lineInput('The last name', 100),
  email: emailInput,
  phone: optional(phoneInput),
  companyId: optional(idInput('Choose a company.')),
  departmentId: listed,
  positionId: listed,
  colour: optional(colourInput),
  startDate: optional(dayInput),
  endDate: optional(dayInput),
  twoFactorRequired: tickInput,
  isStaff: tickInput,
  right: optional(z.enum(ADMIN_RIGHTS)),
  roleIds: ticks(idInput()),
  /** Given by hand; those that roles bring follow from the roles. */
  groupIds: ticks(idInput()),
  quizIds: ticks(idInput()),
};
type Fields = { [Name in keyof typeof fields]: z.output<(typeof fields)[Name]> };

/** The fields by name, in the order of the form. */
export const FIELDS = Object.keys(fields) as (keyof Fields)[];
export type FieldName = keyof Fields;

/** A person as the form shows and the database holds them. */
export type PersonState = Fields;

const inOrder = ({ startDate, endDate }: Pick<Fields, 'startDate' | 'endDate'>) =>
  !startDate || !endDate || startDate <= endDate;
const OUT_OF_ORDER = { path: ['endDate'], message: 'The end date lies before the start date.' };
const rightOfStaff = ({ right, isStaff }: Pick<Fields, 'right' | 'isStaff'>) => !right || isStaff;
const NOT_STAFF = { path: ['right'], message: 'Only staff can hold an administration right.' };
const placed = ({ departmentId, positionId }: Pick<Fields, 'departmentId' | 'positionId'>) =>
  !positionId || departmentId !== null;
const NO_DEPARTMENT = { path: ['departmentId'], message: 'Choose the department of the position.' };

const alsoSent = {
  /** Memberships of the groups that the roles bring. */
  groupsFromRoles: tickInput,
  photo: photoInput,
};

/** Create User, mode Create New User (spec §7). */
export const newUser = z
  .strictObject({
    ...fields,
    ...alsoSent,
    companyId: idInput('Choose a company.'),
    password: optional(newPassword),
    forceChange: tickInput,
    /** Not said: first_login where that can work, else none. */
    invite: optional(z.enum(INVITES)),
  })
  .refine(inOrder, OUT_OF_ORDER)
  .refine(rightOfStaff, NOT_STAFF)
  .refine(placed, NO_DEPARTMENT);
export type NewUser = z.infer<typeof newUser>;

// As flat as a person is: what is nested deeply would not even be compared.
const seenValue = z.union([z.string(), z.boolean(), z.null(), z.array(z.string())]);

/** What the editor had before them, as JSON: where it is stale is how a conflict is noticed (spec §7). */
const seenState = jsonInput(200_000).pipe(z.partialRecord(z.enum(FIELDS), seenValue));

/** Edit; and mode Use Existing User, which gives an account its company (spec §7). */
export const personEdit = z
  .strictObject({
    ...fields,
    ...alsoSent,
    userId: idInput(),
    seen: seenState,
    /** Fields in which the other editor's version is taken. */
    take: ticks(z.enum(FIELDS)),
    removePhoto: tickInput,
    /** Sent where the form has the fields of staff and right; without it both stay as they are. */
    withRights: tickInput,
    /** Only for an account that gets its company now. */
    invite: optional(z.enum(INVITES)),
  })
  .refine(inOrder, OUT_OF_ORDER)
  .refine(rightOfStaff, NOT_STAFF)
  .refine(placed, NO_DEPARTMENT);
export type PersonEdit = z.infer<typeof personEdit>;

/** Delete, confirmed by typing the e-mail. */
export const personDeletion = z.strictObject({ userId: idInput(), email: emailInput });

/** The address of Create User: the mode, the company, the account, and what is looked for. */
export const createQuery = z.strictObject({
  mode: z.enum(['new', 'existing']).default('new'),
  company: idInput().optional(),
  user: idInput().optional(),
  q: searchInput.default(''),
  find: searchInput.default(''),
});
export type CreateQuery = z.infer<typeof createQuery>;

/** The address of Edit: the company to move to, and which one is looked for. */
export const editQuery = z.strictObject({
  company: idInput().optional(),
  q: searchInput.default(''),
});
