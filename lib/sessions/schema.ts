import { z } from 'zod';

export const sessionReference = z.strictObject({ sessionId: z.uuid() });

/** A session and whose it is said to be: the page to come back to. */
export const sessionOfPerson = z.strictObject({ sessionId: z.uuid(), userId: z.uuid() });

export const noInput = z.strictObject({});
