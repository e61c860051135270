import type { Readable } from 'node:stream';
import { readXml } from './xml';

const within = (id: number, from: number, to: number) => id >= from && id <= to;

/** The formats of dates that every workbook knows, those of Asian editions among them. */
const isBuiltIn = (id: number) => within(id, 14, 22) || within(id, 27, 36) || within(id, 45, 58);

/** Does a format show a date? Letters in quotes, brackets or behind a backslash are text. */
const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '')) && !/general/i.test(code);

/** Which cell styles show a date, by their number. */
export async function dateStyles(stream: Readable): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await readXml(stream, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') own.set(Number(numFmtId), isDateFormat(formatCode));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        styles.push(own.get(Number(numFmtId)) ?? isBuiltIn(Number(numFmtId)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
