import { rowWriter, sheetEnd, sheetStart } from './sheet';
import { Styles } from './styles';
import { Supply } from './supply';
import type { Column, Table } from './table';
import * as around from './workbook';
import { zip, type ZipEntry } from './zip';

/** Excel has 1,048,576 rows on a sheet, the header among them (spec §17). */
const ROWS_PER_SHEET = 1_048_575;

// A sheet that is long in another way goes on in the next too: no file of the archive nears 4 GiB.
const CHARACTERS_PER_SHEET = 1_000_000_000;

// One piece is made while another is compressed; others have their turn in between.
const PIECE = 64 * 1024;

async function* once(content: string): AsyncGenerator<string> {
  yield content;
}

async function* sheet(
  supply: Supply,
  columns: readonly Column[],
  styles: Styles,
  mostRows: number,
): AsyncGenerator<string> {
  const rowXml = rowWriter(columns, styles);
  const lastRow = mostRows + 1;
  let number = 1; // that of the header
  let characters = 0;
  let piece = sheetStart(columns);
  while (number < lastRow && characters < CHARACTERS_PER_SHEET && (await supply.more())) {
    for (const row of supply.take(lastRow - number)) {
      number += 1;
      piece += rowXml(row, number);
      if (piece.length < PIECE) continue;
      characters += piece.length;
      yield piece;
      piece = '';
    }
  }
  yield piece + sheetEnd(columns, number);
}

async function* entries(table: Table, supply: Supply, mostRows: number): AsyncGenerator<ZipEntry> {
  const { name, columns } = table;
  const styles = new Styles(columns.map(({ kind = 'text' }) => kind));
  const sheets: string[] = [];
  yield { name: '_rels/.rels', pieces: once(around.PACKAGE_RELATIONSHIPS) };
  do {
    sheets.push(around.sheetName(name, sheets.length + 1));
    const pieces = sheet(supply, columns, styles, mostRows);
    yield { name: `xl/worksheets/sheet${sheets.length}.xml`, pieces };
  } while (await supply.more());
  yield { name: 'xl/styles.xml', pieces: once(styles.xml()) };
  yield { name: 'xl/workbook.xml', pieces: once(around.workbook(sheets)) };
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    pieces: once(around.workbookRelationships(sheets)),
  };
  yield { name: '[Content_Types].xml', pieces: once(around.contentTypes(sheets)) };
}

/**
 * A table as .xlsx, in pieces made as they are asked for; nothing is kept but the piece under way
 * and the formats. Header frozen, filters on; past the limit of rows a further sheet. Ours and not
 * exceljs's, which makes the format of each cell anew: that is most of its time and memory.
 */
export async function* writeXlsx(
  table: Table,
  { rowsPerSheet = ROWS_PER_SHEET } = {},
): AsyncGenerator<Uint8Array> {
  const supply = new Supply(table.rows);
  try {
    yield* zip(entries(table, supply, rowsPerSheet));
  } finally {
    await supply.end();
  }
}
