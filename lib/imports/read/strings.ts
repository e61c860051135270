import type { Readable } from 'node:stream';
import { LONGEST_CELL, MOST_TEXT } from './limits';
import { refused, tooLong } from './refuse';
import { readXml } from './xml';

const LEAST = 16; // characters that a text counts for, though it be empty: it takes its place in memory

/** How Excel writes characters that XML has no place for: `_x000D_`; of them, those that are text. */
export const unescaped = (text: string): string =>
  text.replace(/_x00(0[9AD]|[2-9A-F][\dA-F])_/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );

/** The texts of a workbook, in their order; of rich text the letters alone, without reading aids. */
export async function sharedStrings(stream: Readable): Promise<string[]> {
  const strings: string[] = [];
  let [text, total, isText, isAid] = ['', 0, false, false];
  await readXml(stream, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isAid = true;
      isText = name === 't' && !isAid;
    },
    text: (piece) => {
      if (!isText) return;
      text += piece;
      if (text.length > LONGEST_CELL) throw tooLong('A cell');
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isAid = false;
      if (name !== 'si') return;
      total += text.length + LEAST;
      if (total > MOST_TEXT)
        throw refused('The workbook holds more text than can be taken. Split it.');
      strings.push(unescaped(text));
    },
  });
  return strings;
}
