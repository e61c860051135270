import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ENCODING_LABELS } from '../labels';
import type { Delimiter, Encoding, Reading } from '../schema';
import { delimiterOf } from './delimiter';
import { encodingOf, textOf } from './encoding';
import type { FileRow } from './file';
import { refused } from './refuse';

const BATCH = 500; // rows, then others have their turn
const LONGEST_ROW = 1024 * 1024; // characters: a quote that nobody closes takes no more

type Text = { encoding: Encoding; isGuess: boolean; delimiter: Delimiter };

/** How to read these bytes as text: as asked, or as found. */
export function textFile(bytes: Uint8Array, reading: Reading): Text {
  const { encoding, isGuess } =
    reading.encoding === 'auto'
      ? encodingOf(bytes)
      : { encoding: reading.encoding, isGuess: false };
  const [start = ''] = textOf(bytes, encoding);
  const delimiter = reading.delimiter === 'auto' ? delimiterOf(start) : reading.delimiter;
  return { encoding, isGuess, delimiter };
}

function said(error: unknown, encoding: Encoding): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = Number(error['records'] ?? 0) + 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return refused(
      `Row ${row.toLocaleString('en')} is longer than any row of people. Look whether a quotation mark or a line break is missing there.`,
    );
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return refused(
      `A quotation mark in row ${row.toLocaleString('en')} is never closed. Close it, or write it twice where it belongs to the text.`,
    );
  }
  return refused(`Row ${row} cannot be read as CSV (${ENCODING_LABELS[encoding]}). Check it.`);
}

/**
 * The rows of a CSV text (RFC 4180): quotes are escaped by doubling alone, a backslash is text, and
 * a quoted cell may hold line breaks. Refuses a quote that is never closed.
 */
export async function* csvRows(
  bytes: Uint8Array,
  { encoding, delimiter }: Text,
): AsyncGenerator<FileRow[]> {
  const parser = Readable.from(textOf(bytes, encoding)).compose(
    parse({
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: LONGEST_ROW,
    }),
  ) as AsyncIterable<string[]>;
  let batch: FileRow[] = [];
  let number = 0;
  try {
    for await (const cells of parser) {
      number += 1;
      batch.push({ number, cells });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw said(error, encoding);
  }
  yield batch;
}
