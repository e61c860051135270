import { z } from 'zod';
import { idInput, lineInput, optional, phoneInput } from '@/lib/core/input';
import { newPassword, repeatedPassword } from '@/lib/credentials/schema';
import { newControlWord } from '@/lib/organisation/schema';
import { photoInput } from '@/lib/photos/schema';

/** How somebody new is told of their account (spec §7). */
export const INVITES = ['first_login', 'password_reset', 'none'] as const;
export type Invite = (typeof INVITES)[number];

/** An administrator sets a company's control word. */
export const controlWordToSet = z
  .strictObject({ companyId: idInput(), word: newControlWord, repeat: z.string().max(1024) })
  .refine(({ word, repeat }) => word === repeat, {
    path: ['repeat'],
    message: 'The two control words differ.',
  });
export type ControlWordToSet = z.infer<typeof controlWordToSet>;

/** Somebody completes their own profile; the password where the page asks for one. */
export const profileCompletion = z
  .strictObject({
    firstName: lineInput('The first name', 100),
    lastName: lineInput('The last name', 100),
    phone: phoneInput,
    password: optional(newPassword),
    repeat: optional(repeatedPassword),
    photo: photoInput,
  })
  .refine(({ password, repeat }) => password === repeat, {
    path: ['repeat'],
    message: 'The two passwords differ.',
  });
export type ProfileCompletion = z.infer<typeof profileCompletion>;
