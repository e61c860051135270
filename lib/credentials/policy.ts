/** The least a password may count, whatever the settings say (spec §4). */
export const MINIMUM_PASSWORD = 8;
export const MAXIMUM_PASSWORD = 256;

/** What a new password is held to: the length of the settings, and words about its person. */
export type PasswordRules = { minimum: number; words: string[] };

/** Characters as NIST counts them: code points, after NFC. */
export const lengthOf = (password: string): number => [...password.normalize('NFC')].length;

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

const isPersonal = (folded: string, words: string[]) =>
  words
    .flatMap((word) => [fold(word), ...fold(word).split(/[@.\s]+/)])
    .some((part) => part.length >= 4 && folded.includes(part) && folded.length - part.length < 6);

/**
 * What is wrong with a new password, or undefined (spec §4): it is short, among the `common` ones,
 * consists of a word about its person and little else, or of hardly any characters. The form's
 * meter and every way of setting one ask here.
 */
export function passwordProblem(
  password: string,
  { minimum, words }: PasswordRules,
  common: ReadonlySet<string>,
): string | undefined {
  const folded = fold(password);
  if (lengthOf(password) < minimum) return `Use at least ${minimum} characters.`;
  if (common.has(folded)) {
    return 'This password is among those tried first. Choose one that nobody else has.';
  }
  if (isPersonal(folded, words)) {
    return 'Do not build the password from your name, e-mail or company.';
  }
  if (new Set(folded).size < 4) return 'Use at least four different characters.';
  return undefined;
}
