// Over yauzl and saxes rather than exceljs's streaming reader, which cannot be held to what is refused
// here. It unpacks the archive from its front, without the directory in which parts announce their
// sizes: a bomb is known only while it unfolds; sheets that stand before the shared strings it writes
// whole into temporary files. It passes over merged cells, hidden rows and prefixed names, keeps of
// inline rich text the last run alone, takes reading aids for the text itself, and makes floating-point
// numbers of all digits, so that long ones change.
import type { Reading, Source } from '../schema';
import { openArchive, said, type Archive } from './archive';
import type { FileRow, PeopleFile } from './file';
import { headed } from './header';
import { refused } from './refuse';
import { sheetRows, type Book, type SheetFacts } from './sheet';
import { sharedStrings } from './strings';
import { dateStyles } from './styles';
import { readXml } from './xml';

type Sheet = { name: string; part: string };

/** The parts that the workbook refers to, by their ids. */
async function parts(archive: Archive): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await readXml(await archive.open('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship')
        found.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return found;
}

/** The sheets that can be seen, and from when the workbook counts days. */
async function outline(archive: Archive) {
  const byId = await parts(archive);
  const sheets: Sheet[] = [];
  let is1904 = false;
  await readXml(await archive.open('xl/workbook.xml'), {
    open: (tag, { name = '', state = 'visible', date1904, ...attributes }) => {
      if (tag === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true';
      const part = byId.get(attributes['r:id'] ?? '') ?? '';
      // Charts have a sheet of their own kind.
      if (tag === 'sheet' && state === 'visible' && part.startsWith('xl/worksheets/')) {
        sheets.push({ name, part });
      }
    },
  });
  return { sheets, is1904 };
}

function chosen(sheets: Sheet[], wanted: string): Sheet {
  const names = sheets.map(({ name }) => `“${name}”`).join(', ');
  const same = (one: string) => one.toLowerCase() === wanted.toLowerCase();
  const [first] = sheets;
  if (!first) throw refused('The workbook has no sheet with rows that can be seen.');
  if (wanted === '' && sheets.length === 1) return first;
  const found = sheets.find(({ name }) => same(name));
  if (found) return found;
  throw refused(
    wanted === ''
      ? `The workbook has ${sheets.length} sheets: ${names}. Write the name of the one with the people into the field Sheet.`
      : `The workbook has no sheet “${wanted}”. It has ${names}.`,
  );
}

async function* wholly(
  rows: AsyncIterable<FileRow[]>,
  facts: SheetFacts,
  headerRow: () => number,
): AsyncGenerator<FileRow[]> {
  yield* rows;
  const { merged } = facts;
  if (!merged || merged.lastRow < headerRow()) return;
  throw refused(
    `The cells ${merged.range} are merged, so only the first of them holds what all seem to. Unmerge them and fill each, then choose the file again.`,
  );
}

async function* mended(rows: AsyncGenerator<FileRow[]>): AsyncGenerator<FileRow[]> {
  try {
    yield* rows;
  } catch (error) {
    throw said(error);
  }
}

/** The texts and date styles of a workbook. */
async function bookOf(archive: Archive, is1904: boolean): Promise<Book> {
  const optional = async <T>(
    name: string,
    read: (part: Awaited<ReturnType<Archive['open']>>) => Promise<T[]>,
  ) => (archive.has(name) ? read(await archive.open(name)) : []);
  return {
    strings: await optional('xl/sharedStrings.xml', sharedStrings),
    dates: await optional('xl/styles.xml', dateStyles),
    is1904,
  };
}

/**
 * Opens an .xlsx: values as they stand in the cells, dates as days. Refuses, naming the cell, what
 * would be taken for something it is not: formulas, errors, merged cells.
 */
export async function workbookFile(bytes: Buffer, reading: Reading): Promise<PeopleFile> {
  const archive = await openArchive(bytes);
  try {
    const { sheets, is1904 } = await outline(archive);
    const sheet = chosen(sheets, reading.sheet);
    const facts: SheetFacts = { hidden: 0 };
    const book = await bookOf(archive, is1904);
    const read = mended(sheetRows(await archive.open(sheet.part), book, facts));
    const { headers, headerRow, above, rows } = await headed(read);
    const source: Source = {
      kind: 'xlsx',
      sheet: sheet.name,
      headerRow,
      above,
      get hidden() {
        return facts.hidden;
      },
    };
    return { source, headers, rows: wholly(rows, facts, () => headerRow) };
  } catch (error) {
    throw said(error);
  }
}
