/** The most characters (UTF-16) that a cell of Excel holds. */
const CELL_MOST = 32_767;

// What XML cannot hold, its readers change or exceljs leaves out; and `_x000D_`, which Excel would
// read as the character of that number.
const SPECIAL = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]|_x/;
const UNHEARD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text so that Excel reads it as it is; what XML cannot hold becomes the replacement U+FFFD. */
export function excelText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .toWellFormed()
    .replace(UNHEARD, '\ufffd')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('\u007f', '_x007F_');
}

/** Has it white space that readers of XML fold where they are not told to keep it? */
export const isFolded = (text: string): boolean => text.trim() !== text || text.includes('\n');

/** Text cut to what a cell holds, between characters, with … for what is missing. */
export function cellText(text: string): string {
  if (text.length <= CELL_MOST) return text;
  return `${text.slice(0, CELL_MOST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
