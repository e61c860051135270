import { z } from 'zod';
import { currentPassword } from '@/lib/credentials/schema';

/** What was given as a second factor, by its shape: of the app, or of the list to be kept. */
export type GivenCode = { kind: 'totp' | 'backup-code'; code: string };

const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1' };

// Forgiving of case, spaces and dashes, and of letters taken for figures (Crockford's base32).
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[OIL]/g, (letter) => LOOKALIKES[letter] ?? letter);

const typed = z.string().max(100);

/** Six figures of the app. */
const totpCode = typed
  .transform(bare)
  .pipe(z.string().regex(/^\d{6}$/, 'Enter the six figures that your app shows now.'));

/** Six figures of the app, or one of the backup codes. */
const anyCode = typed.transform((text, context): GivenCode => {
  const code = bare(text);
  if (/^\d{6}$/.test(code)) return { kind: 'totp', code };
  if (/^[0-9A-HJKMNP-TV-Z]{16}$/.test(code)) return { kind: 'backup-code', code };
  context.addIssue({
    code: 'custom',
    message:
      'Enter the six figures that your app shows now, or a backup code of sixteen characters.',
  });
  return z.NEVER;
});

/** The second step of signing in. */
export const secondFactor = z.strictObject({ code: anyCode });

/** The code that the app shows, to try it. */
export const codeToTest = z.strictObject({ code: totpCode });

/** The first code; none asks for new backup codes once one was right. */
export const codeToConfirm = z.strictObject({ code: totpCode.optional() });

/** The password again, before the second factor changes. */
export const passwordAgain = z.strictObject({ current: currentPassword });

/** That the backup codes are kept somewhere. */
export const codesNoted = z.strictObject({
  noted: z.literal('on', 'Save the codes, then tick that you have them.'),
});

export type PasswordAgain = z.infer<typeof passwordAgain>;
