import { PassThrough } from 'node:stream';
import exceljs from 'exceljs';
import { taken } from './back-pressure';
import { writeHeader, writeRow } from './cells';
import { Formats } from './formats';
import { Supply } from './supply';
import type { Table } from './table';

/** Excel has 1,048,576 rows on a sheet, the header among them (spec §17). */
const ROWS_PER_SHEET = 1_048_575;

const BATCH = 50;

type Order = {
  table: Table;
  supply: Supply;
  formats: Formats;
  rowsPerSheet: number;
};

/** The name of a sheet: at most 31 characters, without those it cannot have; the second has a 2. */
function sheetName(name: string, number: number): string {
  const suffix = number > 1 ? ` ${number}` : '';
  return name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31 - suffix.length) + suffix;
}

async function writeSheet(sheet: exceljs.Worksheet, order: Order): Promise<void> {
  const { table, supply, formats, rowsPerSheet } = order;
  const { columns } = table;
  sheet.columns = columns.map(({ width }) => ({ width }));
  writeHeader(sheet, columns);
  let rows = 0;
  while (rows < rowsPerSheet && (await supply.more())) {
    const batch = supply.take(Math.min(BATCH, rowsPerSheet - rows));
    for (const row of batch) writeRow(sheet, row, columns, formats);
    rows += batch.length;
    await taken(sheet);
  }
  const end = { row: rows + 1, column: columns.length };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: end };
  sheet.commit();
}

// Fast rather than small: the next level takes twice the time for a tenth of the size. The archive
// keeps as little waiting as other streams, not its megabyte at each of its stages.
const ZIP = { zlib: { level: 1 }, highWaterMark: 64 * 1024 };

async function writeWorkbook(output: PassThrough, order: Order): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    zip: ZIP,
  });
  workbook.creator = 'Gatehouse';
  workbook.lastModifiedBy = 'Gatehouse';
  for (let number = 1; number === 1 || (await order.supply.more()); number += 1) {
    const views = [{ state: 'frozen' as const, ySplit: 1 }];
    const name = sheetName(order.table.name, number);
    await writeSheet(workbook.addWorksheet(name, { views }), order);
  }
  await workbook.commit();
}

/**
 * A table as .xlsx, in pieces made as they are asked for; nothing is kept but the rows under way and
 * the formats. Header frozen, filters on; past the limit of rows a further sheet. Rejects where the
 * rows do.
 */
export async function* writeXlsx(
  table: Table,
  { rowsPerSheet = ROWS_PER_SHEET } = {},
): AsyncGenerator<Uint8Array> {
  const supply = new Supply(table.rows);
  const output = new PassThrough();
  const order = { table, supply, formats: new Formats(table.columns), rowsPerSheet };
  // Where nobody reads on, it waits for good, and is forgotten with its output.
  writeWorkbook(output, order).catch((error: unknown) => output.destroy(error as Error));
  try {
    yield* output as AsyncIterable<Uint8Array>;
  } finally {
    await supply.end();
  }
}
