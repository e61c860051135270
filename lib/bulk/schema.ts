import { z } from 'zod';
import { dayInput, idInput, lineInput, optional, searchInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';
import { colourInput, isEndGiven, newEndFields } from '@/lib/lifecycle/schema';

/** What a mass update can change, in the order in which it is offered (spec §8). */
export const BULK_FIELDS = [
  'active',
  'locked',
  'password',
  'two-factor',
  'sessions',
  'start-date',
  'end-date',
  'place',
  'group',
  'role',
  'quiz',
  'colour',
  'staff',
] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

/** `department`, or `department/position`, as one choice. */
const placeInput = z
  .string()
  .transform((text) => text.split('/'))
  .pipe(z.union([z.tuple([idInput()]), z.tuple([idInput(), idInput()])], 'Choose a place.'))
  .transform(([departmentId, positionId = null]) => ({ departmentId, positionId }));

const way = <const W extends readonly [string, ...string[]]>(...ways: W) =>
  z.enum(ways, 'Choose what to do.');
const id = (what: string) => idInput(`Choose a ${what}.`);

/** A field's form: the list it is for, the field, and the value it gets. */
const form = <const F extends BulkField, S extends z.ZodRawShape>(field: F, shape: S) =>
  z.strictObject({ listId: idInput(), field: z.literal(field), ...shape });

/** What one way of changing a field needs, and another does without. */
const given = (fields: { value: string }, way: string, name: string) =>
  fields.value !== way || Boolean(new Map(Object.entries(fields)).get(name));
const at = (name: string, message: string) => ({ path: [name], message });

const day = { value: way('set', 'remove'), day: optional(dayInput) };
/** What to preview, from the form of the page. */
export const changeToPreview = z.discriminatedUnion('field', [
  form('active', { value: way('deactivate', 'restore', 'reset'), ...newEndFields }).refine(
    isEndGiven,
    at('day', 'Choose a day.'),
  ),
  form('locked', {
    value: way('lock', 'unlock'),
    reason: optional(lineInput('A reason', 500)),
  }).refine((it) => given(it, 'lock', 'reason'), at('reason', 'A reason is required.')),
  form('password', { value: way('invalidate', 'force') }),
  form('two-factor', { value: way('require', 'lift') }),
  form('sessions', {}),
  form('start-date', day).refine((it) => given(it, 'set', 'day'), at('day', 'Choose a day.')),
  form('end-date', day).refine((it) => given(it, 'set', 'day'), at('day', 'Choose a day.')),
  form('place', { value: way('set', 'remove'), place: optional(placeInput) }).refine(
    (it) => given(it, 'set', 'place'),
    at('place', 'Choose a place.'),
  ),
  form('group', { value: way('add', 'remove'), groupId: id('group') }),
  form('role', { value: way('add', 'remove'), roleId: id('role') }),
  form('quiz', { quizId: id('quiz') }),
  form('colour', { value: way('set', 'remove'), colour: optional(colourInput) }).refine(
    (it) => given(it, 'set', 'colour'),
    at('colour', 'Choose a colour.'),
  ),
  form('staff', { value: way('make', 'take') }),
]);
export type ChangeToPreview = z.infer<typeof changeToPreview>;

type WithoutList<T> = T extends unknown ? Omit<T, 'listId'> : never;

/** The field and its value, as a run keeps it. */
export type BulkChange = WithoutList<ChangeToPreview>;

/** The same of one field. */
export type ChangeOf<F extends BulkField> = Extract<BulkChange, { field: F }>;

const LONGEST_QUESTION = 4000;

/** What the users list sends: those ticked, or everybody who matches its question. */
export const selection = z.strictObject({
  userIds: z
    .preprocess(
      (given) => (typeof given === 'string' ? [given] : given),
      z.array(idInput()).max(10_000),
    )
    .optional(),
  all: z.literal('true').optional(),
  /** The address of the list, without "?". */
  question: z.string().max(LONGEST_QUESTION).default(''),
  change: z.literal('deactivate').optional(),
});
export type Selection = z.infer<typeof selection>;

/** Above so many people the count is typed. */
export const TYPED_ABOVE = 25;

/** The button below a preview; the count as it was typed. */
export const runToExecute = z.strictObject({
  runId: idInput(),
  count: optional(z.string().max(20)),
});
export type RunToExecute = z.infer<typeof runToExecute>;

export const listReference = z.strictObject({ listId: idInput() });
export const runReference = z.strictObject({ runId: idInput() });

/** The page on which field and value are chosen; the company is asked for where it matters. */
export const fieldQuery = z.strictObject({
  field: z.enum(BULK_FIELDS).optional(),
  company: idInput().optional(),
});

const page = z.coerce.number().int().min(1).max(1_000_000).default(1);
const OUTCOMES = [
  'done',
  'already',
  'yourself',
  'above-you',
  'last-superuser',
  'key-person',
  'end-date-passed',
  'directory',
  'no-password',
  'no-control-word',
  'kept-out',
  'start-after-end',
  'other-company',
  'no-company',
  'from-role',
  'not-found',
] as const;

/** Whom of a run to list. */
export const runQuery = z.strictObject({
  q: searchInput.default(''),
  outcome: z.enum(OUTCOMES).optional(),
  page,
  size: pageSizeInput.default(25),
});
export type RunQuery = z.infer<typeof runQuery>;

/** The recent runs. */
export const runsQuery = z.strictObject({ page, size: pageSizeInput.default(25) });
export type RunsQuery = z.infer<typeof runsQuery>;
