import { z } from 'zod';
import { lineInput } from '@/lib/core/input';

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
