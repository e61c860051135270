import { z } from 'zod';
import { idInput } from '@/lib/core/input';

export const sessionReference = z.strictObject({ sessionId: idInput() });

/** A session and whose it is said to be: the page to come back to. */
export const sessionOfPerson = z.strictObject({ sessionId: idInput(), userId: idInput() });

export const noInput = z.strictObject({});
