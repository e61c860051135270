import { fieldOf } from '../guess';
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../policy';
import type { FileRow } from './file';
import { MOST_CELLS, MOST_TEXT } from './limits';
import { refused } from './refuse';

const LOOKED_AT = 10; // rows in which the headers must be
const LONGEST_HEADER = 200; // characters
const MOST_EMPTY = 100_000; // between two rows

const isBlank = (cell: string) => cell.trim() === '';

// No further than headers go: a cell of a megabyte, thousands of times, would take minutes.
const isKnown = (cell: string) => cell.length <= LONGEST_HEADER && fieldOf(cell) !== undefined;
const known = (cells: string[]) => cells.slice(0, MAXIMUM_COLUMNS + 1).filter(isKnown).length;

const filled = (rows: FileRow[]) => rows.filter(({ cells }) => !cells.every(isBlank));

/** The row of headers: where most names are known, two at least; else the first with anything in it. */
function headerAmong(rows: FileRow[]): FileRow | undefined {
  const best = Math.max(0, ...rows.map(({ cells }) => known(cells)));
  return best >= 2 ? rows.find(({ cells }) => known(cells) === best) : rows[0];
}

function headersOf({ cells }: FileRow): string[] {
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  const headers = cells.slice(0, last + 1).map((cell) => cell.replace(/\s+/gu, ' ').trim());
  if (headers.length > MAXIMUM_COLUMNS) {
    throw refused(
      `The file has ${headers.length} columns, and ${MAXIMUM_COLUMNS} are the most. Delete those that are not needed.`,
    );
  }
  const long = headers.find((header) => header.length > LONGEST_HEADER);
  if (long) {
    throw refused(
      `The header “${long.slice(0, 40)}…” has more than ${LONGEST_HEADER} characters. Does the file begin with a row that names its columns?`,
    );
  }
  return headers;
}

async function* counted(batches: AsyncIterable<FileRow[]>): AsyncGenerator<FileRow[]> {
  let [rows, text] = [0, 0];
  let empty: FileRow[] = []; // empty rows count only where something follows
  for await (const batch of batches) {
    const kept: FileRow[] = [];
    for (const row of batch) {
      if (row.cells.every(isBlank)) {
        empty.push({ number: row.number, cells: [] });
        if (empty.length > MOST_EMPTY) throw refused('The file is almost nothing but empty rows.');
        continue;
      }
      if (row.cells.length > MOST_CELLS) {
        throw refused(
          `Row ${row.number.toLocaleString('en')} has ${row.cells.length.toLocaleString('en')} cells. Look whether a quotation mark or a line break is missing there.`,
        );
      }
      kept.push(...empty, row);
      empty = [];
      rows += 1;
      for (const cell of row.cells) text += cell.length;
    }
    if (rows > MAXIMUM_ROWS) {
      throw refused(
        `The file has more than ${MAXIMUM_ROWS.toLocaleString('en')} people. Split it and import the parts one after the other.`,
      );
    }
    if (text > MOST_TEXT)
      throw refused('The file holds more text than can be taken at once. Split it.');
    yield kept;
  }
}

export type Headed = {
  headers: string[];
  headerRow: number;
  /** Rows before the headers with something in them, which are left out. */
  above: number[];
  rows: AsyncIterable<FileRow[]>;
};

/** Finds the headers; what comes after them are the rows. Refuses a file without either. */
export async function headed(batches: AsyncGenerator<FileRow[]>): Promise<Headed> {
  const start: FileRow[] = [];
  let found = 0;
  while (found < LOOKED_AT && start.length < MOST_EMPTY) {
    const next = await batches.next();
    if (next.done === true) break;
    found += filled(next.value).length;
    start.push(...next.value);
  }
  const header = headerAmong(filled(start).slice(0, LOOKED_AT));
  if (!header)
    throw refused(
      'The file is empty. Its first row names the columns, each further row is a person.',
    );
  async function* rest() {
    yield start.filter(({ number }) => number > (header?.number ?? 0));
    yield* batches;
  }
  return {
    headers: headersOf(header),
    headerRow: header.number,
    above: filled(start)
      .map(({ number }) => number)
      .filter((number) => number < header.number),
    rows: counted(rest()),
  };
}
