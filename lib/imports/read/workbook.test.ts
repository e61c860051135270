import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { zipped } from '@/tests/zip';
import type { Reading } from '../schema';
import type { FileRow } from './file';
import { openPeopleFile } from './open';

type Sheet = exceljs.Worksheet;

const HEAD = ['First name', 'Last name', 'E-mail', 'Start'];

async function workbook(fill: (sheet: Sheet, book: exceljs.Workbook) => void): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('People');
  sheet.addRow(HEAD);
  fill(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function read(bytes: Buffer, reading: Partial<Reading> = {}) {
  const auto = { encoding: 'auto', delimiter: 'auto', sheet: '' } as const;
  const file = await openPeopleFile('people.xlsx', bytes, { ...auto, ...reading });
  const rows: FileRow[] = [];
  for await (const batch of file.rows) rows.push(...batch);
  return { ...file, rows, cells: rows.map(({ cells }) => cells) };
}

async function refusal(...given: Parameters<typeof read>): Promise<string> {
  try {
    await read(...given);
  } catch (error) {
    return (error as { fields?: Record<string, string> }).fields?.['file'] ?? String(error);
  }
  return 'was read';
}

describe('cells as they stand', () => {
  it('dates, numbers, rich text, links, line breaks and spaces', async () => {
    const { headers, rows, source } = await read(
      await workbook((sheet) => {
        const row = sheet.addRow([]);
        row.getCell(1).value = { richText: [{ text: 'An' }, { text: 'na', font: { bold: true } }] };
        row.getCell(2).value = ' van der\nBerg ';
        row.getCell(3).value = { text: 'anna@x.org', hyperlink: 'mailto:anna@x.org' };
        row.getCell(4).value = new Date(Date.UTC(2024, 2, 17));
        row.getCell(5).value = 380_441_234_567;
        row.getCell(6).value = true;
        sheet.addRow([]);
        sheet.addRow(['=1+1', '<b>&amp;', 'x_x000D_y', '2024-03-17']);
      }),
    );
    expect(headers).toEqual(HEAD);
    expect(source).toMatchObject({ kind: 'xlsx', sheet: 'People', headerRow: 1, hidden: 0 });
    expect(rows).toEqual([
      {
        number: 2,
        cells: ['Anna', ' van der\nBerg ', 'anna@x.org', '2024-03-17', '380441234567', 'TRUE'],
      },
      { number: 3, cells: [] },
      { number: 4, cells: ['=1+1', '<b>&amp;', 'x\ry', '2024-03-17'] },
    ]);
  });

  it('a time of day is not dropped', async () => {
    const { cells } = await read(
      await workbook((sheet) =>
        sheet.addRow(['a', 'b', 'c', new Date(Date.UTC(2024, 2, 17, 8, 30))]),
      ),
    );
    expect(cells[0]?.[3]).toBe('2024-03-17 08:30');
  });

  it('hidden rows are taken, and told', async () => {
    const { cells, source } = await read(
      await workbook((sheet) => {
        sheet.addRow(['Ann', 'Lee', 'a@x.org']).hidden = true;
      }),
    );
    expect(cells).toEqual([['Ann', 'Lee', 'a@x.org']]);
    expect(source.hidden).toBe(1);
  });

  it('a merged title above the headers is no matter', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('People');
    sheet.addRow(['Staff']);
    sheet.mergeCells('A1:C1');
    sheet.addRow(HEAD);
    sheet.addRow(['Ann', 'Lee', 'a@x.org']);
    const { source, cells } = await read(Buffer.from(await book.xlsx.writeBuffer()));
    expect(source).toMatchObject({ headerRow: 2, above: [1] });
    expect(cells).toEqual([['Ann', 'Lee', 'a@x.org']]);
  });
});

describe('several sheets', () => {
  const two = () =>
    workbook((sheet, book) => {
      sheet.addRow(['Ann', 'Lee', 'a@x.org']);
      book.addWorksheet('Old').addRows([HEAD, ['Bo', 'Lee', 'b@x.org']]);
      book.addWorksheet('Lists', { state: 'hidden' }).addRow(['x']);
    });

  it('are asked about', async () => {
    expect(await refusal(await two())).toContain('2 sheets: “People”, “Old”');
    expect(await refusal(await two(), { sheet: 'Lists' })).toContain('no sheet “Lists”');
    expect((await read(await two(), { sheet: 'old' })).cells).toEqual([['Bo', 'Lee', 'b@x.org']]);
  });
});

describe('what would be taken for something it is not', () => {
  it('a formula, by its cell', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['Ann', { formula: 'A2&"x"', result: 'Annx' }, 'a@x.org']);
    });
    expect(await refusal(bytes)).toContain('Cell B2 holds a formula');
  });

  it('an error, by its cell', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['Ann', { error: '#N/A' }, 'a@x.org']);
    });
    expect(await refusal(bytes)).toContain('Cell B2 holds the error #N/A');
  });

  it('merged cells', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRows([['Ann', 'Lee', 'a@x.org'], ['Bo']]);
      sheet.mergeCells('B2:B3');
    });
    expect(await refusal(bytes)).toContain('cells B2:B3 are merged');
  });
});

describe('security 42: no workbook of people', () => {
  const MINIMAL = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="1" Target="worksheets/sheet1.xml"/></Relationships>',
  };
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;

  it('what the attacks below change is read as it is', async () => {
    const rows = `<row>${text('E-mail')}${text('First name')}</row><row>${text('a')}${text('b')}</row>`;
    const { cells } = await read(zipped({ ...MINIMAL, 'xl/worksheets/sheet1.xml': sheet(rows) }));
    expect(cells).toEqual([['a', 'b']]);
  });

  it('with macros', async () => {
    const bytes = zipped({ ...MINIMAL, 'xl/vbaProject.bin': 'x' });
    expect(await refusal(bytes)).toContain('holds macros');
  });

  it('another archive', async () => {
    expect(await refusal(zipped({ 'content.xml': '<x/>' }))).toContain('no Excel workbook');
  });

  it('a bomb, without unpacking it', async () => {
    const before = process.memoryUsage.rss();
    const bytes = zipped({ ...MINIMAL, 'xl/worksheets/sheet1.xml': ' '.repeat(50_000_000) });
    expect(await refusal(bytes)).toContain('unfolds to far more');
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 * 1024);
  });

  it('a bomb that announces less than it holds', async () => {
    const bytes = zipped({ ...MINIMAL, 'xl/worksheets/sheet1.xml': ' '.repeat(5_000_000) });
    const announced = Buffer.alloc(4);
    announced.writeUInt32LE(5_000_000);
    for (let at = bytes.indexOf(announced); at >= 0; at = bytes.indexOf(announced, at + 1)) {
      bytes.writeUInt32LE(1000, at);
    }
    expect(await refusal(bytes)).toContain('broken or cut off');
  });

  it('entities that unfold', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    const bytes = zipped({
      ...MINIMAL,
      'xl/worksheets/sheet1.xml': doctype + sheet(`<row>${text('&b;')}</row>`),
    });
    expect(await refusal(bytes)).toContain('broken or cut off');
  });

  it('rows without end between two', async () => {
    const rows = `<row r="1">${text('E-mail')}</row><row r="1000000">${text('x')}</row>`;
    const bytes = zipped({ ...MINIMAL, 'xl/worksheets/sheet1.xml': sheet(rows) });
    expect(await refusal(bytes)).toContain('nothing but empty rows');
  });

  it('a text longer than any cell, of the sheet or of the workbook', async () => {
    const long = 'x'.repeat(32_768);
    const own = sheet(`<row>${text('E-mail')}${text(long)}</row>`);
    const bytes = zipped({ ...MINIMAL, 'xl/worksheets/sheet1.xml': own });
    expect(await refusal(bytes)).toContain('more than 32,767 characters');
    const shared = zipped({
      ...MINIMAL,
      'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si></sst>`,
      'xl/worksheets/sheet1.xml': sheet('<row><c t="s"><v>0</v></c></row>'),
    });
    expect(await refusal(shared)).toContain('more than 32,767 characters');
  });

  it('hundreds of cells that name one long text, which no header is', async () => {
    const cell = '<c t="s"><v>0</v></c>';
    const bytes = zipped({
      ...MINIMAL,
      'xl/sharedStrings.xml': `<sst><si><t>${'xy'.repeat(16_000)}</t></si></sst>`,
      'xl/worksheets/sheet1.xml': sheet(`<row>${cell.repeat(900)}</row>`.repeat(10)),
    });
    const began = performance.now();
    expect(await refusal(bytes)).toContain('900 columns');
    const once = performance.now() - began;
    const few = zipped({
      ...MINIMAL,
      'xl/worksheets/sheet1.xml': sheet(`<row>${text('x').repeat(900)}</row>`.repeat(10)),
    });
    const again = performance.now();
    expect(await refusal(few)).toContain('900 columns');
    // Compared, each of the cells would take milliseconds.
    expect(once / (performance.now() - again)).toBeLessThan(20);
  });

  it('a cell beyond the columns that are read, but not a blank one', async () => {
    const far = (value: string) => `<row><c r="XFD1" t="str"><v>${value}</v></c></row>`;
    const of = (rows: string) => zipped({ ...MINIMAL, 'xl/worksheets/sheet1.xml': sheet(rows) });
    expect(await refusal(of(far('x')))).toContain('Cell XFD1 stands beyond the 1,000 columns');
    const before = process.memoryUsage.rss();
    expect(await refusal(of(far(' ').repeat(5000)))).toContain('The file is empty');
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
  });

  it.each([0.3, 0.6, 0.95])('cut off at %d of it', async (part) => {
    const bytes = await workbook((one) => one.addRow(['Ann', 'Lee', 'a@x.org']));
    expect(await refusal(bytes.subarray(0, bytes.length * part))).toContain('broken or cut off');
  });
});
