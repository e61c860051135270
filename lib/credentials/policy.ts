/** Words a password must not be made of: names, e-mail, company. */
export type PersonalWords = { words: (string | null | undefined)[] };

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * What is wrong with a password for this person, or undefined (spec §4). Refused is one that is a
 * personal word, or consists of one and little else.
 */
export function passwordProblem(password: string, { words }: PersonalWords): string | undefined {
  const folded = fold(password);
  const parts = words.flatMap((word) => (word ? [fold(word), ...fold(word).split(/[@.\s]+/)] : []));
  const personal = parts.some(
    (part) => part.length >= 4 && folded.includes(part) && folded.length - part.length < 6,
  );
  if (personal) return 'Do not build the password from your name, e-mail or company.';
  if (new Set(folded).size < 4) return 'Use at least four different characters.';
  return undefined;
}
