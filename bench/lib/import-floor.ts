import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ticks } from './figures';

// Equal tables: the same columns, defaults, checks, indexes and foreign keys, which the database asks
// of every row whoever writes it; no triggers.
const TABLES = `
  CREATE TABLE floor_users (LIKE users INCLUDING ALL);
  CREATE TABLE floor_user_access (LIKE user_access INCLUDING ALL);
  CREATE TABLE floor_user_groups (LIKE user_groups INCLUDING ALL);`;
const FOREIGN_KEYS = `
  SELECT format('ALTER TABLE floor_%s ADD %s', conrelid::regclass,
    replace(pg_get_constraintdef(oid), 'REFERENCES users(', 'REFERENCES floor_users(')) AS add
  FROM pg_constraint WHERE contype = 'f'
    AND conrelid IN ('users'::regclass, 'user_access'::regclass, 'user_groups'::regclass)`;

async function makeTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('floor_users') IS NOT NULL AS there",
  );
  if (rows[0]?.there) return;
  await client.query(TABLES);
  const { rows: keys } = await client.query<{ add: string }>(FOREIGN_KEYS);
  for (const { add } of keys) await client.query(add);
}

type Ids = { places: Map<string, string>; groups: Map<string, string> };

/** What the names in the file stand for, looked up before. */
async function idsOf(client: pg.Client): Promise<Ids> {
  const map = async (query: string) => {
    const { rows } = await client.query<{ name: string; ids: string }>(query);
    return new Map(rows.map(({ name, ids }) => [name, ids]));
  };
  return {
    places: await map(
      `SELECT concat_ws('/', c.name, d.name, p.name) AS name, concat_ws(E'\\t', c.id, d.id, p.id) AS ids
       FROM positions p JOIN departments d ON d.id = p.department_id
       JOIN companies c ON c.id = d.company_id`,
    ),
    groups: await map(
      `SELECT concat_ws('/', c.name, g.name) AS name, g.id AS ids
       FROM access_groups g JOIN companies c ON c.id = g.company_id`,
    ),
  };
}

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
    await makeTables(client);
    const { places, groups: groupIds } = await idsOf(client);
    const began = ticks();
    const rows: string[][] = [];
    for await (const row of Readable.from([file]).pipe(parse({ from: 2 })))
      rows.push(row as string[]);
    const parsed = ticks();
    const id = (n: number) =>
      `00000000-0000-7000-${(0x9000 + round).toString(16)}-${n.toString(16).padStart(12, '0')}`;
    const users = rows.map(
      ([first, last, email, phone, company, department, position, , , colour], n) =>
        [
          ...[id(n), email?.toLowerCase(), first, last, phone?.replaceAll(' ', ''), colour],
          places.get(`${company}/${department}/${position}`),
        ].join('\t') + '\n',
    );
    const access = rows.map(([, , , , , , , start, end], n) => `${id(n)}\t${start}\t${end}\tt\n`);
    const groups = rows.flatMap(([, , , , company, , , , , , names = ''], n) =>
      names.split(', ').map((name) => `${id(n)}\t${groupIds.get(`${company}/${name}`)}\tmanual\n`),
    );
    await client.query('BEGIN');
    await copy(
      client,
      'floor_users (id, email, first_name, last_name, phone, colour, company_id, department_id, position_id)',
      users,
    );
    await copy(
      client,
      'floor_user_access (user_id, start_date, end_date, profile_completion_owed)',
      access,
    );
    await copy(client, 'floor_user_groups (user_id, group_id, source)', groups);
    await client.query('COMMIT');
    return { parsing: parsed - began, copying: ticks() - parsed };
  } finally {
    await client.end();
  }
}
