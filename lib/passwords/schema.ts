import { z } from 'zod';
import { currentPassword, newPassword, repeatedPassword } from '@/lib/credentials/schema';
import { emailInput, idInput, tickInput } from '@/lib/core/input';
import { linkTokenInput } from '@/lib/links/schema';

const repeated = { password: newPassword, repeat: repeatedPassword };
const same = ({ password, repeat }: { password: string; repeat: string }) => password === repeat;
const differ = { path: ['repeat'], message: 'The two passwords differ.' };

/** An administrator sets somebody's password. */
export const passwordToSet = z
  .strictObject({ ...repeated, userId: idInput(), forceChange: tickInput })
  .refine(same, differ);

/** Somebody changes their own, giving the current one. */
export const passwordToChange = z
  .strictObject({ current: currentPassword, ...repeated })
  .refine(same, differ);

/** Who has forgotten theirs: one address, never a list (security 26). */
export const resetRequest = z.strictObject({ email: emailInput });

/** Somebody chooses a password by a mailed link. */
export const passwordToReset = z
  .strictObject({ token: linkTokenInput, ...repeated })
  .refine(same, differ);

export type PasswordToSet = z.infer<typeof passwordToSet>;
export type PasswordToChange = z.infer<typeof passwordToChange>;
export type ResetRequest = z.infer<typeof resetRequest>;
export type PasswordToReset = z.infer<typeof passwordToReset>;
