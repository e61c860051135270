import { z } from 'zod';
import { givenPassword } from '@/lib/credentials/schema';

/** What the sign-in form sends. An unknown e-mail is no error of the form, so it is only a string. */
export const credentials = z.strictObject({
  email: z
    .string()
    .max(320, 'That e-mail is too long.')
    .transform((value) => value.normalize('NFKC').trim().toLowerCase())
    .pipe(
      z
        .string()
        .min(1, 'Enter your e-mail.')
        .max(320, 'That e-mail is too long.')
        .regex(/^\P{Cc}*$/u, 'Enter your e-mail.'),
    ),
  password: givenPassword,
  /** Where to go afterwards; checked again before use. */
  next: z.string().max(2000).optional(),
});
export type Credentials = Pick<z.infer<typeof credentials>, 'email' | 'password'>;
