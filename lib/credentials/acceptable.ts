import 'server-only';
import { dictionary } from '@zxcvbn-ts/language-common';
import { invalid } from '@/lib/core/errors';
import { passwordProblem } from './policy';
import { passwordRules } from './rules';

let common: Set<string> | undefined;

/**
 * Refuses a new password that breaks the rules (spec §4), at the length of the settings now and with
 * these words about its person. Throws `invalid` at the field `password`. The same for every way of
 * setting one; that it differs from the current one is looked at where there is one.
 */
export async function assertAcceptable(
  password: string,
  words: (string | null | undefined)[],
): Promise<void> {
  const { minimum } = await passwordRules(null);
  const known = words.filter((word) => word !== null && word !== undefined);
  // The fifty thousand that are tried first.
  common ??= new Set(dictionary['passwords-common']);
  const problem = passwordProblem(password, { minimum, words: known }, common);
  if (problem) throw invalid({ password: problem });
}
