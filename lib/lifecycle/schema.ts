import { z } from 'zod';
import { ADMIN_RIGHTS } from '@/lib/access/rights';
import { dayInput, lineInput } from '@/lib/core/input';

const reason = lineInput('A reason', 500);
const userIds = z.array(z.uuid()).min(1, 'Choose at least one person.').max(10_000);

/** A set of people; one person is a set of one. */
export const peopleSet = z.strictObject({ userIds });

/** A set of people and why; the reason is kept and shown. */
export const peopleAndReason = z.strictObject({ userIds, reason });

/** What the button on a person's page sends. */
export const personAndReason = z.strictObject({ userId: z.uuid(), reason });

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
  departmentId: z.uuid().nullable(),
  positionId: z.uuid().nullable(),
});
export const peopleAndGroup = peopleSet.extend({ groupId: z.uuid() });
export const peopleAndRole = peopleSet.extend({ roleId: z.uuid() });
export const peopleAndQuiz = peopleSet.extend({ quizId: z.uuid() });

export type DatesOfPeople = z.infer<typeof datesOfPeople>;
export type StaffOfPeople = z.infer<typeof staffOfPeople>;
export type RightOfPeople = z.infer<typeof rightOfPeople>;
export type ColourOfPeople = z.infer<typeof colourOfPeople>;
export type PlaceOfPeople = z.infer<typeof placeOfPeople>;
export type PeopleAndGroup = z.infer<typeof peopleAndGroup>;
export type PeopleAndRole = z.infer<typeof peopleAndRole>;
export type PeopleAndQuiz = z.infer<typeof peopleAndQuiz>;
