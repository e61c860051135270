import { z } from 'zod';
import { ADMIN_RIGHTS } from '@/lib/access/rights';
import { dayInput, emailInput, lineInput, optional, phoneInput, tickInput } from '@/lib/core/input';
import { newPassword, repeatedPassword } from '@/lib/credentials/schema';
import { newControlWord } from '@/lib/organisation/schema';
import { photoInput } from '@/lib/photos/schema';

/** How somebody new is told of their account (spec §7). */
const INVITES = ['first_login', 'password_reset', 'none'] as const;
export type Invite = (typeof INVITES)[number];

/** Create User, mode Create New User (spec §7). */
export const newUser = z
  .strictObject({
    firstName: lineInput('The first name', 100),
    lastName: lineInput('The last name', 100),
    email: emailInput,
    phone: optional(phoneInput),
    companyId: z.uuid('Choose a company.'),
    startDate: optional(dayInput),
    endDate: optional(dayInput),
    password: optional(newPassword),
    forceChange: tickInput,
    twoFactorRequired: tickInput,
    isStaff: tickInput,
    right: optional(z.enum(ADMIN_RIGHTS)),
    /** Not said: first_login where that can work, else none. */
    invite: optional(z.enum(INVITES)),
    photo: photoInput,
  })
  .refine(({ startDate, endDate }) => !startDate || !endDate || startDate <= endDate, {
    path: ['endDate'],
    message: 'The end date lies before the start date.',
  })
  .refine(({ right, isStaff }) => !right || isStaff, {
    path: ['right'],
    message: 'Only staff can hold an administration right.',
  });
export type NewUser = z.infer<typeof newUser>;

/** An administrator sets a company's control word. */
export const controlWordToSet = z
  .strictObject({ companyId: z.uuid(), word: newControlWord, repeat: z.string().max(1024) })
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
