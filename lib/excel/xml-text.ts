/** The most characters (UTF-16) that a cell of Excel holds. */
const CELL_MOST = 32_767;

// What needs a second look: markup, what XML cannot hold or its readers change, and `_x000D_`,
// which Excel would read as the character of that number.
const SPECIAL = /[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x/;
const REPLACED = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[\da-f]{4}_)/gi;
const REPLACEMENT: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  _: '_x005F_',
};

/** Text as it stands in XML; what XML cannot hold becomes the replacement character U+FFFD. */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.toWellFormed().replace(REPLACED, (found) => REPLACEMENT[found] ?? '\ufffd');
}

/** Text cut to what a cell holds, between characters, with … for what is missing. */
export function cellText(text: string): string {
  if (text.length <= CELL_MOST) return text;
  return `${text.slice(0, CELL_MOST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
