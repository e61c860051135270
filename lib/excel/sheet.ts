import { HEADER_STYLE, type Styles } from './styles';
import type { Column, Kind, Row, Value } from './table';
import { DECLARATION, MAIN } from './workbook';
import { cellText, xmlText } from './xml-text';

/** A, B, … Z, AA, …: the letters of a column by its number, from 0. */
function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const PRESERVED = /^\s|\s$|\n/; // readers fold white space where they are not told

function textCell(text: string): string {
  const content = xmlText(cellText(text));
  const space = PRESERVED.test(content) ? ' xml:space="preserve"' : '';
  // An inline string is text whatever it begins with: nothing is ever read as a formula (security 44).
  return ` t="inlineStr"><is><t${space}>${content}</t></is></c>`;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
// Before this day Excel counts a 29 February that never was.
const FIRST_DAY = '1900-03-01';

function dateCell(value: string): string {
  if (!DAY.test(value) || value < FIRST_DAY) return textCell(value);
  return `><v>${Date.parse(value) / 86_400_000 + 25_569}</v></c>`;
}

function cell(value: Value, kind: Kind): string {
  if (value === null || value === '') return '/>';
  if (typeof value === 'number') {
    return Number.isFinite(value) ? `><v>${value}</v></c>` : textCell(String(value));
  }
  return kind === 'date' ? dateCell(value) : textCell(value);
}

/** Where a sheet begins: the header frozen, the widths, the header row. */
export function sheetStart(columns: readonly Column[]): string {
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const headers = columns.map(
    ({ header }, i) => `<c r="${columnLetters(i)}1" s="${HEADER_STYLE}"${textCell(header)}`,
  );
  return [
    `${DECLARATION}<worksheet xmlns="${MAIN}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${headers.join('')}</row>`,
  ].join('');
}

/** Where it ends, after its last row: filters on. */
export const sheetEnd = (columns: readonly Column[], lastRow: number): string =>
  `</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${lastRow}"/></worksheet>`;

/** Turns rows into XML, each with the number that follows the one before. */
export function rowWriter(columns: readonly Column[], styles: Styles) {
  const starts = columns.map((_, i) => `<c r="${columnLetters(i)}`);
  const kinds = columns.map(({ kind = 'text' }) => kind);
  return ({ cells, colour }: Row, number: number): string => {
    const formats = styles.ofRow(colour);
    let xml = `<row r="${number}">`;
    for (let i = 0; i < starts.length; i += 1) {
      const value = cell(cells[i] ?? null, kinds[i] ?? 'text');
      xml += `${starts[i] ?? ''}${number}" s="${formats[i] ?? 0}"${value}`;
    }
    return `${xml}</row>`;
  };
}
