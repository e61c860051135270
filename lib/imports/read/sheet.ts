import type { Readable } from 'node:stream';
import { dayOfSerial } from '../values/day';
import type { FileRow } from './file';
import { LONGEST_CELL, MOST_CELLS } from './limits';
import { refused, tooLong } from './refuse';
import { unescaped } from './strings';
import { xmlPieces, type Attributes } from './xml';

const LAST_ROW = 1_048_576;
const MOST_EMPTY = 100_000; // rows between two

/** What of the workbook the cells of a sheet refer to. */
export type Book = { strings: string[]; dates: boolean[]; is1904: boolean };

/** What a sheet told beside its rows, once they are read; of merged cells those furthest down. */
export type SheetFacts = { hidden: number; merged?: { range: string; lastRow: number } };

/** The column of a reference such as `C7`, from 0. */
function placeOf(reference: string): number {
  let place = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') {
    place = place * 26 + letter.charCodeAt(0) - 64;
  }
  return place - 1;
}

/** A number as it would be typed: `3.8E11` is a phone number to whoever looks at the cell. */
function numberText(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw;
  const number = Number(raw);
  return Number.isFinite(number) ? String(number) : raw;
}

type Cell = { reference: string; type: string; isDate: boolean; raw: string };

function textOf({ type, raw, isDate, reference }: Cell, book: Book): string {
  if (type === 'e') {
    throw refused(
      `Cell ${reference} holds the error ${raw}. Mend or empty it, then choose the file again.`,
    );
  }
  if (type === 's') {
    const text = book.strings[Number(raw)];
    if (text === undefined) throw new Error('no such text');
    return text;
  }
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  if (type === 'inlineStr' || type === 'str') return unescaped(raw);
  if (type === 'd' || raw === '') return raw;
  return isDate ? (dayOfSerial(Number(raw), book.is1904) ?? raw) : numberText(raw);
}

/** Collects rows from what the parser tells. */
class Rows {
  private rows: FileRow[] = [];
  private number = 0;
  private cells: string[] = [];
  private cell: Cell | undefined;
  private place = -1;
  private isValue = false;
  private isAid = false;

  constructor(
    private readonly book: Book,
    private readonly facts: SheetFacts,
  ) {}

  take(): FileRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  open = (name: string, attributes: Attributes) => {
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'f') this.refuseFormula();
    else if (name === 'rPh') this.isAid = true;
    else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
    this.isValue = name === 'v' || (name === 't' && !this.isAid);
  };

  text = (text: string) => {
    if (!this.isValue || !this.cell) return;
    this.cell.raw += text;
    if (this.cell.raw.length > LONGEST_CELL) throw tooLong(`Cell ${this.cell.reference}`);
  };

  close = (name: string) => {
    this.isValue = false;
    if (name === 'rPh') this.isAid = false;
    if (name === 'c') this.endCell();
    if (name === 'row') this.rows.push({ number: this.number, cells: this.cells });
  };

  private beginRow({ r, hidden }: Attributes) {
    const number = r === undefined ? this.number + 1 : Number(r);
    const gap = number - this.number - 1;
    if (!Number.isInteger(number) || gap < 0 || number > LAST_ROW)
      throw new Error('rows out of order');
    if (gap > MOST_EMPTY) throw refused('The sheet is almost nothing but empty rows.');
    for (let empty = this.number + 1; empty < number; empty += 1) {
      this.rows.push({ number: empty, cells: [] });
    }
    this.number = number;
    this.cells = [];
    this.place = -1;
    if (hidden === '1' || hidden === 'true') this.facts.hidden += 1;
  }

  private beginCell({ r, t = 'n', s = '0' }: Attributes) {
    this.place = r === undefined ? this.place + 1 : placeOf(r);
    if (this.place < 0 || this.place > 16_383) throw new Error('no such column');
    const reference = r ?? `${this.place + 1} of row ${this.number}`;
    this.cell = { reference, type: t, isDate: this.book.dates[Number(s)] ?? false, raw: '' };
  }

  private endCell() {
    if (!this.cell) return;
    const text = textOf(this.cell, this.book);
    const { reference } = this.cell;
    this.cell = undefined;
    if (text.trim() === '') return;
    if (this.place >= MOST_CELLS) {
      throw refused(
        `Cell ${reference} stands beyond the ${MOST_CELLS.toLocaleString('en')} columns that are read. Empty it, then choose the file again.`,
      );
    }
    while (this.cells.length < this.place) this.cells.push('');
    this.cells[this.place] = text;
  }

  // What it computed depends on cells we do not take; nothing computed is taken unseen.
  private refuseFormula() {
    throw refused(
      `Cell ${this.cell?.reference ?? ''} holds a formula. Copy the cells, paste them as values over themselves, then choose the file again.`,
    );
  }

  private merge(range: string) {
    const lastRow = Number(/(\d+)$/.exec(range)?.[1] ?? 0);
    if (lastRow >= (this.facts.merged?.lastRow ?? 0)) this.facts.merged = { range, lastRow };
  }
}

/** The rows of a sheet as text, batch by batch; `facts` are complete when they end. */
export async function* sheetRows(
  stream: Readable,
  book: Book,
  facts: SheetFacts,
): AsyncGenerator<FileRow[]> {
  const rows = new Rows(book, facts);
  const pieces = xmlPieces(stream, rows);
  while (!(await pieces.next()).done) yield rows.take();
  yield rows.take();
}
