import type { CellValue, Row as ExcelRow, Style, Worksheet } from 'exceljs';
import { HEADER, type Formats } from './formats';
import type { Column, Row, Value } from './table';
import { cellText, excelText, isFolded } from './text';

const DAY = /^\d{4}-\d\d-\d\d$/;
// Before this day Excel counts a 29 February that never was.
const FIRST_DAY = '1900-03-01';

/** A string is written as text, whatever it begins with: nothing is read as a formula (security 44). */
function textValue(value: string): CellValue {
  const text = excelText(cellText(value));
  // Only of rich text exceljs says that its white space is to be kept.
  return isFolded(text) ? { richText: [{ text }] } : text;
}

const DECIMAL = /^\d+(\.\d+)?$/;
const EXACT_DIGITS = 15;

/** Does Excel keep every digit of this decimal? Beyond fifteen it puts others in their place. */
const isExact = (decimal: string) =>
  DECIMAL.test(decimal) && decimal.replace('.', '').replace(/^0+/, '').length <= EXACT_DIGITS;

function valueOf(value: Value, { kind }: Column): CellValue {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (kind === 'amount' && isExact(value)) return Number(value);
  const isDay = kind === 'date' && DAY.test(value) && value >= FIRST_DAY;
  return isDay ? new Date(value) : textValue(value);
}

const NO_FORMAT = {};
const HEIGHT = 15; // what rows have anyway

function write(row: ExcelRow, values: CellValue[], formats: readonly Partial<Style>[]): void {
  // The row has no format of its own; one object, for exceljs to know again.
  Object.assign(row, { style: NO_FORMAT });
  row.values = values;
  formats.forEach((format, i) => {
    row.getCell(i + 1).style = format;
  });
  // Rows without values and height are left out.
  if (values.every((value) => value === null)) row.height = HEIGHT;
  row.commit();
}

/** Writes the header row. */
export function writeHeader(sheet: Worksheet, columns: readonly Column[]): void {
  const values = columns.map(({ header }) => textValue(header));
  write(
    sheet.getRow(1),
    values,
    columns.map(() => HEADER),
  );
}

/** Writes a row after those before. */
export function writeRow(
  sheet: Worksheet,
  { cells, colour }: Row,
  columns: readonly Column[],
  formats: Formats,
): void {
  const values = columns.map((column, i) => valueOf(cells[i] ?? null, column));
  write(sheet.addRow([]), values, formats.ofRow(colour));
}
