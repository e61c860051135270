import { z } from 'zod';

export const sessionReference = z.strictObject({ sessionId: z.uuid() });
export const noInput = z.strictObject({});
