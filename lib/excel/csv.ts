import type { Row, Table, Value } from './table';

const BYTE_ORDER_MARK = '\ufeff'; // by which Excel knows UTF-8

// What a spreadsheet takes for a formula when it opens a CSV: OWASP's list, full-width forms included.
// Where lists are separated by semicolons, a cell begins after each, quoted or not.
const FORMULA = /(?<=^|[;\t\r\n]\s*)(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])/g;

function field(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // A CSV has no types: the apostrophe is what keeps it text (security 44).
  const text = value.replaceAll(FORMULA, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: readonly Value[]) => `${cells.map(field).join(',')}\r\n`;

/** A table as CSV (RFC 4180, UTF-8 with its mark), in pieces made as they are asked for. */
export async function* writeCsv({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  yield Buffer.from(BYTE_ORDER_MARK + line(columns.map(({ header }) => header)));
  for await (const batch of rows) {
    yield Buffer.from(
      batch
        .map(({ cells }: Row) => line(cells))
        .join('')
        .toWellFormed(),
    );
  }
}
