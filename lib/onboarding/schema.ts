import { z } from 'zod';
import { ADMIN_RIGHTS } from '@/lib/access/rights';
import { dayInput, emailInput, lineInput, optional, tickInput } from '@/lib/core/input';
import { newPassword } from '@/lib/credentials/schema';

const phone = z
  .string()
  .trim()
  .regex(
    /^\+[1-9][\d ().-]{5,24}$/,
    'Enter the number with its country, such as +380 44 123 4567.',
  );

/** Create User, mode Create New User (spec §7). */
export const newUser = z
  .strictObject({
    firstName: lineInput('The first name', 100),
    lastName: lineInput('The last name', 100),
    email: emailInput,
    phone: optional(phone),
    companyId: z.uuid('Choose a company.'),
    startDate: optional(dayInput),
    endDate: optional(dayInput),
    password: optional(newPassword),
    forceChange: tickInput,
    twoFactorRequired: tickInput,
    isStaff: tickInput,
    right: optional(z.enum(ADMIN_RIGHTS)),
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
