import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openPeopleFile } from './open';
import type { FileRow } from './file';
import type { Reading } from '../schema';

const AUTO: Reading = { encoding: 'auto', delimiter: 'auto', sheet: '' };

async function read(bytes: string | Buffer, reading: Partial<Reading> = {}, name = 'people.csv') {
  const file = await openPeopleFile(name, Buffer.from(bytes as string), { ...AUTO, ...reading });
  const rows: FileRow[] = [];
  for await (const batch of file.rows) rows.push(...batch);
  return { ...file, rows, cells: rows.map(({ cells }) => cells) };
}

const refusal = async (...given: Parameters<typeof read>) => {
  try {
    await read(...given);
  } catch (error) {
    return (error as { fields?: Record<string, string> }).fields?.['file'] ?? String(error);
  }
  return 'was read';
};

const HEAD = 'First name;Last name;E-mail\n';

describe('CSV as it comes', () => {
  it('keeps line breaks, doubled quotes and a backslash before a quote as they are', async () => {
    const { headers, cells } = await read(
      '\ufeffName,E-Mail,Notes\r\n"Ann ""Bo""",a@x.org,"line one\r\nline two"\r\nEve,e@x.org,"end\\"\r\nO"Neil,o@x.org,x\r\n',
    );
    expect(headers).toEqual(['Name', 'E-Mail', 'Notes']);
    expect(cells).toEqual([
      ['Ann "Bo"', 'a@x.org', 'line one\r\nline two'],
      ['Eve', 'e@x.org', 'end\\'],
      ['O"Neil', 'o@x.org', 'x'],
    ]);
  });

  it.each([',', ';', '\t', '|'])('finds the delimiter %j', async (delimiter) => {
    const line = (cells: string[]) => `${cells.join(delimiter)}\n`;
    const { source, cells } = await read(
      line(['First name', 'Last name', 'E-mail']) + line(['Ann', '"a,b;c"', 'a@x.org']),
    );
    expect(source.delimiter).toBe(delimiter);
    expect(cells).toEqual([['Ann', 'a,b;c', 'a@x.org']]);
  });

  it('takes all kinds of line ends, also mixed', async () => {
    const { cells } = await read('a,b\r\n1,2\n3,4\r5,6');
    expect(cells).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('keeps rows that are longer or shorter than the headers, and counts empty ones in between', async () => {
    const { rows } = await read('a,b,c\n1,2\n,,\n1,2,3,4\n,,\n\n');
    expect(rows).toEqual([
      { number: 2, cells: ['1', '2'] },
      { number: 3, cells: [] },
      { number: 4, cells: ['1', '2', '3', '4'] },
    ]);
  });

  it('finds the headers below a title, and says which rows stand above', async () => {
    const { headers, source, rows } = await read(`Staff of 2027;;\n\n${HEAD}Ann;Lee;a@x.org\n`);
    expect(headers).toEqual(['First name', 'Last name', 'E-mail']);
    expect(source).toMatchObject({ headerRow: 3, above: [1] });
    expect(rows[0]).toEqual({ number: 4, cells: ['Ann', 'Lee', 'a@x.org'] });
  });

  it('takes the first row where no name is known', async () => {
    const { headers, cells } = await read('foo,foo,\n1,2,3\n');
    expect(headers).toEqual(['foo', 'foo']);
    expect(cells).toEqual([['1', '2', '3']]);
  });

  it('refuses a quote that is never closed, and names the row', async () => {
    expect(await refusal(`${HEAD}Ann;Lee;a@x.org\n"Bo;Lee;b@x.org\n`)).toContain(
      'in row 3 is never',
    );
  });
});

describe('text of any encoding', () => {
  const TEXT =
    'Прізвище;Ім’я;Електронна пошта\r\nШевченко;Олена;a@x.org\r\nКоваленко;Дмитро;b@x.org\r\n';
  const encoded = (name: string) => {
    const bytes = new Map(
      Array.from({ length: 256 }, (_, byte) => [
        new TextDecoder(name).decode(new Uint8Array([byte])),
        byte,
      ]),
    );
    return Buffer.from(Array.from(TEXT, (letter) => bytes.get(letter)!));
  };

  it('guesses Windows-1251, and says that it is a guess', async () => {
    const { source, headers, cells } = await read(encoded('windows-1251'));
    expect(source).toMatchObject({ encoding: 'windows-1251', isGuess: true });
    expect(headers[0]).toBe('Прізвище');
    expect(cells[1]).toEqual(['Коваленко', 'Дмитро', 'b@x.org']);
  });

  it('reads it as asked for', async () => {
    const { source, headers } = await read(encoded('windows-1251'), { encoding: 'windows-1252' });
    expect(source).toMatchObject({ encoding: 'windows-1252', isGuess: false });
    expect(headers[0]).toBe('Ïð³çâèùå');
  });

  it('guesses Windows-1252', async () => {
    const { source, cells } = await read(Buffer.from(`${HEAD}Jörg;Weiß;j@x.org\n`, 'latin1'));
    expect(source.encoding).toBe('windows-1252');
    expect(cells).toEqual([['Jörg', 'Weiß', 'j@x.org']]);
  });

  it.each([true, false])('reads UTF-16, with its mark: %s', async (mark) => {
    const { source, cells } = await read(
      Buffer.from((mark ? '\ufeff' : '') + `${HEAD}Zoë;Lee;z@x.org\n`, 'utf16le'),
    );
    expect(source.encoding).toBe('utf-16le');
    expect(cells).toEqual([['Zoë', 'Lee', 'z@x.org']]);
  });

  it('refuses what is no text in the encoding asked for', async () => {
    const bytes = Buffer.from('Müller;a\n', 'latin1');
    expect(await refusal(bytes, { encoding: 'utf-8' })).toContain('no text in this encoding');
  });
});

describe('no file of people', () => {
  it.each<[string, string | Buffer, string, string]>([
    ['nothing', '', 'a.csv', 'The file is empty'],
    ['blank lines alone', '\n\n,,\n', 'a.csv', 'The file is empty'],
    ['bytes', Buffer.from([1, 2, 0, 0, 0, 3, 4, 200]), 'a.csv', 'no text and no workbook'],
    ['text named .xlsx', 'a,b\n1,2', 'a.xlsx', 'though its name says so'],
    ['old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'a.xls', 'before 2007'],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'a.xlsx',
      'protected with a password',
    ],
    ['a broken archive', Buffer.from('PK\u0003\u0004 and no more'), 'a.xlsx', 'broken or cut off'],
  ])('%s is refused', async (_, bytes, name, message) => {
    expect(await refusal(bytes, {}, name)).toContain(message);
  });

  it('more rows than fit are refused', async () => {
    expect(await refusal(HEAD + 'a;b;c\n'.repeat(50_001))).toContain('more than 50,000 people');
    expect((await read(HEAD + 'a;b;c\n'.repeat(50_000))).rows).toHaveLength(50_000);
  });

  it('more columns than fit are refused', async () => {
    expect(await refusal(`${'a;'.repeat(100)}a\n`)).toContain('101 columns');
    expect(await refusal(`${HEAD}${'a;'.repeat(1001)}\n`)).toContain('Row 2 has 1,002 cells');
  });
});

it('reads the messy extract whole', async () => {
  const bytes = await readFile(new URL('../messy.csv', import.meta.url));
  const { headers, rows } = await read(bytes);
  expect(headers).toHaveLength(12);
  expect(rows.at(-1)?.number).toBe(rows.length + 1);
});
