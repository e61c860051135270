import { z } from 'zod';
import { currentPassword, newPassword, repeatedPassword } from '@/lib/credentials/schema';
import { tickInput } from '@/lib/core/input';

const repeated = { password: newPassword, repeat: repeatedPassword };
const same = ({ password, repeat }: { password: string; repeat: string }) => password === repeat;
const differ = { path: ['repeat'], message: 'The two passwords differ.' };

/** An administrator sets somebody's password. */
export const passwordToSet = z
  .strictObject({ ...repeated, userId: z.uuid(), forceChange: tickInput })
  .refine(same, differ);

/** Somebody changes their own, giving the current one. */
export const passwordToChange = z
  .strictObject({ current: currentPassword, ...repeated })
  .refine(same, differ);

export type PasswordToSet = z.infer<typeof passwordToSet>;
export type PasswordToChange = z.infer<typeof passwordToChange>;
