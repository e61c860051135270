import { z } from 'zod';
import { idInput, searchInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';
import { ASSIGNMENT_STATES, EMAIL_SETTINGS, SEATS } from './policy';

const THRESHOLD = /^\d{1,15}(\.\d{1,4})?$/;
const GROUPED = /^\d{1,3}([,\s’']\d{3})+(\.\d*)?$/u;

/** What was typed, without groups, leading or trailing zeros: `01,250.50` is `1250.5`. */
const plain = (text: string) =>
  (GROUPED.test(text) ? text.replace(/[,\s’']/gu, '') : text)
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** An amount from 0, an exact decimal as text: at most 15 digits before the point. */
export const thresholdInput = z
  .string()
  .transform((text) => plain(text.normalize('NFKC').trim()))
  .pipe(
    z
      .string()
      .regex(THRESHOLD, 'Enter an amount from 0, such as 25000 or 1,250.50, up to 15 digits.'),
  );

/** Which assignment a row is of. */
export const reference = { contractId: idInput(), userId: idInput() };

/** What can be said of an assignment, each as it is checked. */
export const fields = {
  party: z.union([z.literal(1), z.literal(2)]),
  roleId: idInput('Choose a role.'),
  isActive: z.boolean(),
  threshold: thresholdInput,
  emailSetting: z.enum(EMAIL_SETTINGS),
  isApprover: z.boolean(),
  isNamedManager: z.boolean(),
};

const newRow = z.strictObject({
  ...reference,
  version: z.null(),
  ...fields,
  isActive: fields.isActive.default(true),
  threshold: fields.threshold.default('0'),
  emailSetting: fields.emailSetting.default('daily'),
  isApprover: fields.isApprover.optional(),
  isNamedManager: fields.isNamedManager.optional(),
});

/** An assignment as the editor has seen it: for telling both versions apart, never for judging. */
export const seenState = z.strictObject(fields);

const changedRow = z
  .strictObject({
    ...reference,
    version: z.number().int().min(1),
    ...fields,
    seen: seenState.optional(),
  })
  .partial({
    party: true,
    roleId: true,
    isActive: true,
    threshold: true,
    emailSetting: true,
    isApprover: true,
    isNamedManager: true,
  });

/** One assignment to add (version null) or to change: what is absent stays as it is. */
export const assignmentRow = z.union([newRow, changedRow]);
export type AssignmentRow = z.infer<typeof assignmentRow>;

const isOnce = (keys: string[]) => new Set(keys).size === keys.length;

export const MOST_ROWS = 500;

/** The rows of one change, each assignment once. */
export const assignmentChanges = z.strictObject({
  rows: z
    .array(assignmentRow)
    .min(1, 'Nothing is changed.')
    .max(MOST_ROWS)
    .refine(
      (rows) => isOnce(rows.map(({ contractId, userId }) => `${contractId} ${userId}`)),
      'A person is on a contract once.',
    ),
});
export type AssignmentChanges = z.infer<typeof assignmentChanges>;

/** One seat of a key person on one contract. */
export const seatReference = z.strictObject({ ...reference, seat: z.enum(SEATS) });
export type SeatReference = z.infer<typeof seatReference>;

/** A seat that goes from one person to another on the same contract. */
export const replacement = z
  .strictObject({
    contractId: idInput(),
    fromUserId: idInput(),
    toUserId: idInput('Choose a successor.'),
    seat: z.enum(SEATS),
  })
  .refine(({ fromUserId, toUserId }) => fromUserId !== toUserId, 'Choose somebody else.');
export type Replacement = z.infer<typeof replacement>;

const bears = ({ contractId, seat }: Replacement, userId: string) =>
  `${contractId} ${seat} ${userId}`;

/** Seats that move at once: each from its holder once, to nobody who gives the same one up. */
export const moves = z
  .array(replacement)
  .min(1)
  .max(MOST_ROWS)
  .refine((all) => isOnce(all.map((move) => bears(move, move.fromUserId))))
  .refine((all) => {
    const given = new Set(all.map((move) => bears(move, move.fromUserId)));
    return all.every((move) => !given.has(bears(move, move.toUserId)));
  });
export const replacements = z.strictObject({ replacements: moves });
export type Replacements = z.infer<typeof replacements>;

/** The people of a contract, or the contracts of a person: what is asked of the list. */
export const assignmentListQuery = z.strictObject({
  q: searchInput.default(''),
  state: z.enum(ASSIGNMENT_STATES).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: pageSizeInput.default(25),
  edit: z.literal('1').optional(),
});
export type AssignmentListQuery = z.infer<typeof assignmentListQuery>;

/** Whom to add to a contract, as far as typed. */
export const peopleSearch = z.strictObject({ contractId: idInput(), q: searchInput.default('') });

export const onContract = z.strictObject({ contractId: idInput() });
export const personOnContract = z.strictObject(reference);
