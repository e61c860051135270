import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readXlsx, unzip, type ReadCell, type ReadSheet } from '@/tests/xlsx';
import type { Column, Row } from './table';
import { writeXlsx } from './writer';

const COLUMNS: Column[] = [
  { header: 'Name', width: 30 },
  { header: 'Since', width: 12, kind: 'date' },
  { header: 'Seats', width: 8, kind: 'number' },
];

async function* inBatches(rows: Row[], size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

async function written(rows: Row[], options?: { rowsPerSheet: number }, columns = COLUMNS) {
  const table = { name: 'People', columns, rows: inBatches(rows, 7) };
  return readXlsx(await buffer(writeXlsx(table, options)));
}

const values = ({ rows }: ReadSheet) => rows.map((row) => row.map(({ value }) => value));

/** One row of one cell, as it is read again. */
async function cellOf(value: string, kind?: Column['kind']): Promise<ReadCell> {
  const column: Column = { header: 'One', width: 10, ...(kind && { kind }) };
  const [sheet] = await written([{ cells: [value] }], undefined, [column]);
  return sheet!.rows[1]![0]!;
}

describe('a workbook', () => {
  it('has what was written, where it belongs, under a frozen header with filters', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({ cells: [`Ann ${i}`, '2026-11-21', i] }));
    const [sheet, ...others] = await written(rows);
    expect(others).toEqual([]);
    expect(sheet).toMatchObject({ name: 'People', frozenRows: 1, widths: [30, 12, 8] });
    expect(sheet!.filter).toBe('A1:C21');
    expect(values(sheet!)).toEqual([
      ['Name', 'Since', 'Seats'],
      ...rows.map(({ cells: [name, , seats] }) => [name, '46347', String(seats)]),
    ]);
    expect(sheet!.rows[0]!.every(({ bold }) => bold)).toBe(true);
    expect(sheet!.rows[3]!.map(({ at, kind, format }) => [at, kind, format])).toEqual([
      ['A4', 'text', '49'],
      ['B4', 'number', 'yyyy\\-mm\\-dd'],
      ['C4', 'number', '0'],
    ]);
  });

  it('of nobody has its header', async () => {
    const [sheet] = await written([]);
    expect(values(sheet!)).toEqual([['Name', 'Since', 'Seats']]);
    expect(sheet!.filter).toBe('A1:C1');
  });

  it('leaves empty what is empty, in the colour of its row', async () => {
    const [sheet] = await written([{ cells: [null, '', null], colour: '#336699' }]);
    const row = sheet!.rows[1]!;
    expect(row.map(({ kind, fill }) => [kind, fill])).toEqual(
      Array.from({ length: 3 }, () => ['empty', 'FF336699']),
    );
  });

  it.each([
    ['1900-03-01', 'number', '61'],
    ['2999-12-31', 'number', '401768'],
    // Excel counts these wrongly.
    ['1900-01-01', 'text', '1900-01-01'],
    ['soon', 'text', 'soon'],
  ])('keeps the day %s as %s %s', async (day, kind, value) => {
    expect(await cellOf(day, 'date')).toMatchObject({ kind, value });
  });

  it.each([
    ['0', 'number', '0'],
    ['1250.5', 'number', '1250.5'],
    ['0.0001', 'number', '0.0001'],
    ['999999999999.999', 'number', '999999999999.999'],
    // Excel would put other digits in place of these.
    ['999999999999999.9999', 'text', '999999999999999.9999'],
    ['=1', 'text', '=1'],
    ['-5', 'text', '-5'],
  ])('keeps the amount %s, as %s, digit by digit', async (amount, kind, value) => {
    expect(await cellOf(amount, 'amount')).toMatchObject({ kind, value, format: '#,##0.00##' });
  });
});

describe('past the limit of rows', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ cells: [`Ann ${i}`, null, i] }));

  it.each([
    [9, [9]],
    [10, [10]],
    [11, [10, 1]],
    [20, [10, 10]],
    [25, [10, 10, 5]],
  ])('%d rows of at most 10 a sheet are %j', async (count, expected) => {
    const sheets = await written(people(count), { rowsPerSheet: 10 });
    expect(sheets.map(({ rows }) => rows.length - 1)).toEqual(expected);
    expect(sheets.map(({ name }) => name)).toEqual(
      ['People', 'People 2', 'People 3'].slice(0, expected.length),
    );
    expect(
      sheets.flatMap((sheet) =>
        values(sheet)
          .slice(1)
          .map(([, , n]) => n),
      ),
    ).toEqual(people(count).map((_, i) => String(i)));
    for (const { rows, filter, frozenRows } of sheets) {
      expect([filter, frozenRows]).toEqual([`A1:C${rows.length}`, 1]);
      expect(rows[1]?.[0]?.at).toBe('A2');
    }
  });
});

describe('text', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("http://x.example","y")',
    '+380441234567',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=cmd|/c calc!A0',
  ])('security 44: %j stays text, unchanged', async (text) => {
    expect(await cellOf(text)).toMatchObject({ kind: 'text', value: text, format: '49' });
  });

  it.each([
    'a & b < c > d "e" \'f\'',
    ' spaces around ',
    'two\nlines\ttab',
    'carriage\r\nreturn',
    'שלום العالم',
    '日本語 👩‍👩‍👧 𝒜 e\u0301',
    '_x000D_ _x0041_ _xyz_',
    ']]> <!-- &amp; &#13;',
    '\u0085\u2028\u200f',
    'a\u007fb',
  ])('%j comes back as it was', async (text) => {
    expect(await cellOf(text)).toMatchObject({ kind: 'text', value: text });
  });

  it.each([
    ['\u0000\u0001\u0008\u000b\u001f', '\ufffd'.repeat(5)],
    ['a\ud800b', 'a\ufffdb'],
    ['\ufffe\uffff', '\ufffd\ufffd'],
  ])('%j, which XML cannot hold, shows that something was there', async (text, shown) => {
    expect(await cellOf(text)).toMatchObject({ kind: 'text', value: shown });
  });

  it('asks readers to keep the white space around it', async () => {
    async function* rows() {
      yield [{ cells: [' x'] }, { cells: ['two\nlines'] }, { cells: ['plain text'] }];
    }
    const columns = [{ header: 'One', width: 10 }];
    const files = await unzip(await buffer(writeXlsx({ name: 'x', columns, rows: rows() })));
    const texts = files
      .get('xl/worksheets/sheet1.xml')!
      .toString()
      .match(/<[tv][ >][^<]*/g);
    expect(texts).toEqual([
      '<v>One',
      '<t xml:space="preserve"> x',
      '<t xml:space="preserve">two\nlines',
      '<v>plain text',
    ]);
  });

  it('is cut to the 32,767 characters of a cell, never within one', async () => {
    expect((await cellOf('x'.repeat(32_767))).value).toBe('x'.repeat(32_767));
    expect((await cellOf('x'.repeat(32_768))).value).toBe(`${'x'.repeat(32_766)}…`);
    expect((await cellOf(`${'x'.repeat(32_765)}👩👩`)).value).toBe(`${'x'.repeat(32_765)}…`);
  });
});

it('stops whoever makes the rows when nobody reads on', async () => {
  let ended = false;
  async function* rows() {
    try {
      for (;;) yield [{ cells: ['x'.repeat(1000), null, 1] }];
    } finally {
      ended = true;
    }
  }
  for await (const piece of writeXlsx({ name: 'x', columns: COLUMNS, rows: rows() })) {
    if (piece.length > 1000) break;
  }
  expect(ended).toBe(true);
});

it.each([
  ['on one sheet', {}],
  ['on sheet after sheet', { rowsPerSheet: 100 }],
])('makes no more than is taken, %s', async (_, options) => {
  let made = 0;
  async function* rows() {
    for (;;) yield [{ cells: [`${(made += 1)} ${randomBytes(500).toString('hex')}`, null, 1] }];
  }
  const file = writeXlsx({ name: 'x', columns: COLUMNS, rows: rows() }, options);
  await file.next();
  await wait(500);
  expect(made).toBeLessThan(1000);
  const before = made;
  for (let i = 0; i < 100; i += 1) await file.next();
  expect(made).toBeGreaterThan(before);
  await file.return(undefined);
});

it('fails where the rows fail, so that no part passes for the whole', async () => {
  async function* rows() {
    yield [{ cells: ['Ann', null, 1] }];
    throw new Error('gone');
  }
  await expect(buffer(writeXlsx({ name: 'x', columns: COLUMNS, rows: rows() }))).rejects.toThrow(
    'gone',
  );
});
