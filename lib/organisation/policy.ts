// As people see words: without regard to case and white space.
const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/**
 * What is wrong with a control word for a company of this name, or undefined: it is the name, part
 * of it or little else, or of hardly any characters. Its length is checked by schema.ts.
 */
export function controlWordProblem(word: string, companyName: string): string | undefined {
  const [folded, name] = [fold(word), fold(companyName)];
  const isName = folded.includes(name) && folded.length - name.length < 4;
  if (isName || name.includes(folded))
    return 'Do not build the control word from the company’s name.';
  if (new Set(folded).size < 4) return 'Use at least four different characters.';
  return undefined;
}
