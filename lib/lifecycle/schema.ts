import { z } from 'zod';
import { ADMIN_RIGHTS } from '@/lib/access/rights';
import { moves, replacement, type Replacement } from '@/lib/contracts/assignments/schema';
import { dayInput, idInput, lineInput, optional } from '@/lib/core/input';

const reason = lineInput('A reason', 500);
const userIds = z.array(idInput()).min(1, 'Choose at least one person.').max(10_000);

/** A set of people; one person is a set of one. */
export const peopleSet = z.strictObject({ userIds });

/** A set of people and why; the reason is kept and shown. */
export const peopleAndReason = z.strictObject({ userIds, reason });

/** What the button on a person's page sends. */
export const personAndReason = z.strictObject({ userId: idInput(), reason });

/** The last day of people who are activated: null for none, absent where none was asked for. */
export const peopleAndEnd = z.strictObject({ userIds, endDate: dayInput.nullable().optional() });
export type PeopleAndEnd = z.infer<typeof peopleAndEnd>;

/** What a form says of end dates that have passed: none from now on, or a day; nothing when not asked. */
export const newEndFields = {
  end: optional(z.enum(['none', 'set'])).optional(),
  day: optional(dayInput).optional(),
};
type NewEndFields = { end?: 'none' | 'set' | null | undefined; day?: string | null | undefined };
export const isEndGiven = ({ end, day }: NewEndFields): boolean => end !== 'set' || Boolean(day);

/** The end date of such a form, as the commands take it. */
export const endDateOf = ({ end, day }: NewEndFields): { endDate?: string | null } => {
  if (!end) return {};
  return { endDate: end === 'set' ? (day ?? null) : null };
};

/** What the two ways of activating somebody send. */
export const personAndEnd = z
  .strictObject({ userId: idInput(), ...newEndFields })
  .refine(isEndGiven, { path: ['day'], message: 'Choose a day.' });

/** The name of the form's field of a seat's successor. */
export const successorField = ({ contractId, seat }: Pick<Replacement, 'contractId' | 'seat'>) =>
  `successor.${contractId}.${seat}`;

const SUCCESSOR = /^successor\.([^.]+)\.([^.]+)$/;

/** A key person to deactivate, and the successor chosen for each of their seats. */
export const personAndSuccessors = z
  .record(z.string(), z.string())
  .transform(({ userId = '', ...chosen }, context) => {
    const found = Object.entries(chosen).map(([name, toUserId]) => {
      const [, contractId, seat] = SUCCESSOR.exec(name) ?? [];
      if (!seat) {
        context.addIssue({ code: 'custom', path: [], message: 'Not this form.' });
        return z.NEVER;
      }
      const move = replacement.safeParse({ contractId, seat, fromUserId: userId, toUserId });
      if (move.success) return move.data;
      context.addIssue({ code: 'custom', path: [name], message: 'Choose a successor.' });
      return z.NEVER;
    });
    return { userId, replacements: found };
  })
  .pipe(z.strictObject({ userId: idInput(), replacements: moves }));

export type PeopleSet = z.infer<typeof peopleSet>;
export type PeopleAndReason = z.infer<typeof peopleAndReason>;

const day = dayInput.nullable().optional();

/** The days of a set of people: null for none, absent as they are. */
export const datesOfPeople = peopleSet.extend({ startDate: day, endDate: day });
export const staffOfPeople = peopleSet.extend({ isStaff: z.boolean() });
export const rightOfPeople = peopleSet.extend({ right: z.enum(ADMIN_RIGHTS).nullable() });
export const colourInput = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'Enter a colour such as #3b82f6.');
export const colourOfPeople = peopleSet.extend({ colour: colourInput.nullable() });
export const placeOfPeople = peopleSet.extend({
  departmentId: idInput().nullable(),
  positionId: idInput().nullable(),
});
export const peopleAndGroup = peopleSet.extend({ groupId: idInput() });
export const peopleAndRole = peopleSet.extend({ roleId: idInput() });
export const peopleAndQuiz = peopleSet.extend({ quizId: idInput() });

export type DatesOfPeople = z.infer<typeof datesOfPeople>;
export type StaffOfPeople = z.infer<typeof staffOfPeople>;
export type RightOfPeople = z.infer<typeof rightOfPeople>;
export type ColourOfPeople = z.infer<typeof colourOfPeople>;
export type PlaceOfPeople = z.infer<typeof placeOfPeople>;
export type PeopleAndGroup = z.infer<typeof peopleAndGroup>;
export type PeopleAndRole = z.infer<typeof peopleAndRole>;
export type PeopleAndQuiz = z.infer<typeof peopleAndQuiz>;
