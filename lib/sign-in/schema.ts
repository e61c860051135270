import { z } from 'zod';
import { emailInput } from '@/lib/core/input';
import { givenPassword } from '@/lib/credentials/schema';
import { linkTokenInput } from '@/lib/links/schema';
import { givenControlWord } from '@/lib/organisation/schema';

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

/** What the form of First Login asks a link with; whether the account is known is not told. */
export const firstLoginRequest = z.strictObject({ email: emailInput, word: givenControlWord });
export type FirstLoginRequest = z.infer<typeof firstLoginRequest>;

/** What the Sign in button of a mailed link sends; the word where the page asked for it. */
export const firstLoginUse = z.strictObject({
  token: linkTokenInput,
  word: givenControlWord.optional(),
});
export type FirstLoginUse = z.infer<typeof firstLoginUse>;
