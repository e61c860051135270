import { DELIMITERS, type Delimiter } from '../schema';

const LOOKED_AT = 10; // lines

/** How often each line has it, outside quotes. */
function counts(lines: string[], delimiter: string): number[] {
  return lines.map((line) => line.split(delimiter).length - 1);
}

/** What separates the cells: what the first lines have most of, in each of them. */
export function delimiterOf(start: string): Delimiter {
  const lines = start
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const [best] = DELIMITERS.map((delimiter) => {
    const found = counts(lines, delimiter);
    return { delimiter, least: Math.min(...found), first: found[0] ?? 0 };
  }).sort((one, other) => other.least - one.least || other.first - one.first);
  return best?.delimiter ?? ',';
}
