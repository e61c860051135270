import { z } from 'zod';
import { emailInput, lineInput } from '@/lib/core/input';
import { newPassword, repeatedPassword } from '@/lib/credentials/schema';

/** The first superuser, with the token of the setup link. */
export const firstAdministrator = z
  .strictObject({
    token: z.string().min(1).max(100),
    firstName: lineInput('The first name', 100),
    lastName: lineInput('The last name', 100),
    email: emailInput,
    password: newPassword,
    repeat: repeatedPassword,
  })
  .refine(({ password, repeat }) => password === repeat, {
    path: ['repeat'],
    message: 'The two passwords differ.',
  });
export type FirstAdministrator = z.infer<typeof firstAdministrator>;
