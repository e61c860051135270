import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ticks } from './figures';

// Equal tables: the same columns, defaults, checks and indexes; no triggers, no foreign keys.
const TABLES = `
  CREATE TABLE IF NOT EXISTS floor_users (LIKE users INCLUDING ALL);
  CREATE TABLE IF NOT EXISTS floor_access (LIKE user_access INCLUDING ALL);
  CREATE TABLE IF NOT EXISTS floor_groups (LIKE user_groups INCLUDING ALL)`;

const PIECE = 500; // rows a write

async function* pieces(lines: string[]): AsyncGenerator<string> {
  for (let at = 0; at < lines.length; at += PIECE) yield lines.slice(at, at + PIECE).join('');
}

const copy = (client: pg.Client, into: string, lines: string[]) =>
  pipeline(Readable.from(pieces(lines)), client.query(copyFrom(`COPY ${into} FROM STDIN`)));

export interface Floor {
  parsing: number;
  copying: number;
}

/**
 * The least an import can cost: csv-parse of the file, then COPY of as many rows, in one transaction,
 * into tables equal to users, user_access and user_groups, which is what the file's columns hold.
 * Nothing is checked, looked up or kept beside. In milliseconds.
 */
export async function importBarely(
  databaseUrl: string,
  file: string,
  round: number,
): Promise<Floor> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(TABLES);
    const began = ticks();
    const rows: string[][] = [];
    for await (const row of Readable.from([file]).pipe(parse({ from: 2 })))
      rows.push(row as string[]);
    const parsed = ticks();
    const id = (n: number) =>
      `00000000-0000-7000-${(0x9000 + round).toString(16)}-${n.toString(16).padStart(12, '0')}`;
    const users = rows.map(
      ([first, last, email, phone, , , , , , colour], n) =>
        [id(n), email?.toLowerCase(), first, last, phone?.replaceAll(' ', ''), colour].join('\t') +
        '\n',
    );
    const access = rows.map(([, , , , , , , start, end], n) => `${id(n)}\t${start}\t${end}\tt\n`);
    const groups = rows.flatMap(([, , , , , , , , , , names = ''], n) =>
      names.split(', ').map((_, place) => `${id(n)}\t${id(place)}\tmanual\n`),
    );
    await client.query('BEGIN');
    await copy(client, 'floor_users (id, email, first_name, last_name, phone, colour)', users);
    await copy(
      client,
      'floor_access (user_id, start_date, end_date, profile_completion_owed)',
      access,
    );
    await copy(client, 'floor_groups (user_id, group_id, source)', groups);
    await client.query('COMMIT');
    return { parsing: parsed - began, copying: ticks() - parsed };
  } finally {
    await client.end();
  }
}
