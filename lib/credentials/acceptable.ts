import 'server-only';
import { dictionary } from '@zxcvbn-ts/language-common';
import { invalid } from '@/lib/core/errors';
import { passwordProblem } from './policy';

let common: Set<string> | undefined;

/** Is it among the fifty thousand passwords that are tried first, whatever its case? */
const isCommon = (password: string) =>
  (common ??= new Set(dictionary['passwords-common'])).has(
    password.normalize('NFKC').toLowerCase(),
  );

/**
 * Refuses a new password that is common, or made of words about the person: names, e-mail, company
 * (spec §4). Throws `invalid` at the field `password`. The same for every way of setting one.
 */
export function assertAcceptable(password: string, words: (string | null | undefined)[]): void {
  const problem = isCommon(password)
    ? 'This password is among those tried first. Choose one that nobody else has.'
    : passwordProblem(password, { words });
  if (problem) throw invalid({ password: problem });
}
