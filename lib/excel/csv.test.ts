import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv';
import type { Row } from './table';

async function written(rows: Row[]): Promise<string> {
  const columns = [
    { header: 'Name', width: 10 },
    { header: 'Seats, all', width: 10, kind: 'number' as const },
  ];
  async function* batches() {
    for (const row of rows) yield [row];
  }
  return (await buffer(writeCsv({ name: 'x', columns, rows: batches() }))).toString();
}

describe('a CSV', () => {
  it('is UTF-8 with its mark, lines end as RFC 4180 has it', async () => {
    const file = await written([{ cells: ['Ann "the" Lee', 1] }, { cells: [null, -2.5] }]);
    expect(file).toBe('\ufeffName,"Seats, all"\r\n"Ann ""the"" Lee",1\r\n,-2.5\r\n');
  });

  it.each(['a,b', 'two\r\nlines', 'one\nline', '"', '""', 'שלום 👩‍👩‍👧', ' x ', "'x", ''])(
    'gives %j back to who reads it',
    async (value) => {
      const file = await written([{ cells: [value, 7] }]);
      const rows: string[][] = parse(file, { bom: true, record_delimiter: '\r\n' });
      expect(rows[1]).toEqual([value, '7']);
    },
  );

  it.each([
    ...['=1+1', '+1', '-1', '@x', '＝1', '=a,"b"'].map((value) => [value, `'${value}`]),
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['\nx', "'\nx"],
    // To a spreadsheet that separates by semicolons these begin a cell of their own.
    ["x;=cmd|' /C calc'!A0;y", "x;'=cmd|' /C calc'!A0;y"],
    ['x; +1', "x; '+1"],
    ['a-b;c=d', 'a-b;c=d'],
  ])('security 44: of %j nothing is taken for a formula', async (value, kept) => {
    const file = await written([{ cells: [value, 7] }]);
    const rows: string[][] = parse(file, { bom: true, record_delimiter: '\r\n' });
    expect(rows[1]).toEqual([kept, '7']);
  });
});
