import { buffer, text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  actorOf,
  makeCompany,
  makePerson,
  type TestCompany,
  type TestPerson,
} from '@/tests/people';
import { sql } from '@/tests/sql';
import { readXlsx } from '@/tests/xlsx';
import type { Actor } from '@/lib/core/actor';
import { startExport } from '@/lib/exports/commands';
import { usersExport } from './export';
import { listUsers } from './queries';
import { userListQuery } from './schema';

const HEADERS =
  'Full Name,Email,Phone,Company,Department,Position,Account Status,Cabinet Groups,Other Groups,Start Date,End Date';

let home: TestCompany;
let away: TestCompany;
let superuser: Actor;
let auditor: TestPerson;

/** A name of everything a person can have, in all states, some of it meant to do harm. */
beforeAll(async () => {
  [home, away] = [await makeCompany('Europe/Kyiv'), await makeCompany()];
  superuser = actorOf(await makePerson({ company: null, right: 'superuser', lastName: 'Root' }));
  auditor = await makePerson({ company: home, right: 'auditor', lastName: 'Auditor' });
  await makePerson({ company: home, firstName: '=1+1', lastName: '<b>&', locked: true });
  await makePerson({ company: home, lastName: 'Zed', isActive: false, locked: true });
  await makePerson({ company: home, startDate: '2020-01-01', endDate: '2020-12-31' });
  await makePerson({ company: home, lastName: 'שלום 👩‍👩‍👧', startDate: '2999-01-01' });
  await makePerson({ company: away, lastName: 'Foreign', directoryAllows: false });
  const placed = await makePerson({ company: home, lastName: 'Placed' });
  const [department] = await sql<{ id: string }>(
    'INSERT INTO departments (company_id, name) VALUES ($1, \'@Finance, "all"\') RETURNING id',
    [home.id],
  );
  const [position] = await sql<{ id: string }>(
    "INSERT INTO positions (department_id, name) VALUES ($1, 'Clerk') RETURNING id",
    [department!.id],
  );
  await sql(
    `UPDATE users SET department_id = $2, position_id = $3, phone = '+380441234567', colour = '#1a2b3c' WHERE id = $1`,
    [placed.id, department!.id, position!.id],
  );
  await sql(
    `WITH made AS (INSERT INTO access_groups (company_id, name)
       VALUES ($2, 'Vault'), ($2, 'Archive'), (NULL, 'Visitors') RETURNING id)
     INSERT INTO user_groups (user_id, group_id, source) SELECT $1, id, 'manual' FROM made`,
    [placed.id, home.id],
  );
});

const exported = async (
  actor: Actor,
  asked: Record<string, string> = {},
  format = 'xlsx' as const,
) =>
  startExport(actor, usersExport(actor, userListQuery.parse(asked), ''), format, async () => true);

/** The rows of an export without its header, as text; a day as the day it is. */
async function rowsOf(actor: Actor, asked?: Record<string, string>): Promise<string[][]> {
  const [sheet] = await readXlsx(await buffer(await exported(actor, asked)));
  const [header, ...rows] = sheet!.rows;
  expect(header!.map(({ value }) => value)).toEqual(HEADERS.split(','));
  return rows.map((row) =>
    row.map(({ value, kind }) =>
      kind === 'number'
        ? new Date((Number(value) - 25_569) * 864e5).toISOString().slice(0, 10)
        : value,
    ),
  );
}

/** The same from the database, asked another way: person by person. */
const EXPECTED = `
  SELECT ARRAY[u.first_name || ' ' || u.last_name, u.email, coalesce(u.phone, ''), coalesce(c.name, ''),
    coalesce((SELECT name FROM departments WHERE id = u.department_id), ''),
    coalesce((SELECT name FROM positions WHERE id = u.position_id), ''),
    CASE WHEN NOT a.is_active THEN 'Deactivated' WHEN a.locked_at IS NOT NULL THEN 'Locked'
      WHEN a.start_date > current_date THEN 'Not started' WHEN a.end_date < current_date THEN 'Expired'
      WHEN a.directory_allows = FALSE THEN 'Refused by AD' ELSE 'Active' END,
    array_to_string(ARRAY(SELECT g.name FROM access_groups g JOIN user_groups m ON m.group_id = g.id
      WHERE m.user_id = u.id AND g.company_id IS NOT NULL ORDER BY 1), ', '),
    array_to_string(ARRAY(SELECT g.name FROM access_groups g JOIN user_groups m ON m.group_id = g.id
      WHERE m.user_id = u.id AND g.company_id IS NULL ORDER BY 1), ', '),
    coalesce(a.start_date::text, ''), coalesce(a.end_date::text, '')] AS cells
  FROM users u JOIN user_access a ON a.user_id = u.id LEFT JOIN companies c ON c.id = u.company_id`;

const expected = async (where: string, values: unknown[] = []) => {
  const order = 'ORDER BY u.last_name, u.first_name, u.id';
  const rows = await sql<{ cells: string[] }>(`${EXPECTED} WHERE ${where} ${order}`, values);
  return rows.map(({ cells }) => cells);
};

describe('the directory export', () => {
  it('is what the database has, cell by cell, in the order of the list', async () => {
    const rows = await rowsOf(superuser);
    expect(rows.length).toBeGreaterThan(7);
    expect(rows).toEqual(await expected('TRUE'));
  });

  it.each(['name', '-name', 'email', 'company', '-start', 'created'])(
    'security 45: sorted by %s it follows the list',
    async (sort) => {
      const { rows: listed } = await listUsers(
        superuser,
        userListQuery.parse({ sort, size: '100' }),
      );
      const rows = await rowsOf(superuser, { sort, size: '10', page: '3' });
      expect(rows.map(([, email]) => email)).toEqual(listed.map(({ email }) => email));
    },
  );

  it.each<[Record<string, string>, string]>([
    [{ status: 'locked' }, 'a.locked_at IS NOT NULL'],
    [{ q: '=1+1' }, "u.first_name = '=1+1'"],
    [{ employment: 'future' }, "a.start_date = '2999-01-01'"],
    [{ q: 'nobody at all' }, 'FALSE'],
  ])('security 45: has the filter %j of the list', async (asked, where) => {
    expect(await rowsOf(superuser, asked)).toEqual(await expected(where));
  });

  it('security 33: ends where the scope of its owner ends, whatever is asked', async () => {
    const actor = actorOf(auditor);
    expect(await rowsOf(actor)).toEqual(await expected('u.company_id = $1', [home.id]));
    expect(await rowsOf(actor, { q: 'Foreign' })).toEqual([]);
    expect(await rowsOf(actor, { company: away.id })).toEqual([]);
    await expect(exported({ ...actor, right: null })).rejects.toThrow('rights');
  });

  it('fills the row with the colour of the person, text readable on it', async () => {
    const [sheet] = await readXlsx(await buffer(await exported(superuser)));
    for (const row of sheet!.rows.slice(1)) {
      const coloured = row[0]!.value.endsWith('Placed');
      expect(new Set(row.map(({ fill, text: on }) => `${fill} ${on}`))).toEqual(
        new Set([coloured ? 'FF1A2B3C FFFFFFFF' : 'null null']),
      );
    }
  });

  it('security 44: a name that is a formula stays text', async () => {
    const [sheet] = await readXlsx(await buffer(await exported(superuser, { q: '=1+1' })));
    expect(sheet!.rows[1]![0]).toMatchObject({ kind: 'text', value: '=1+1 <b>&' });
  });

  it('says the same as CSV, but for the apostrophe before what could be a formula', async () => {
    const file = await text(
      await startExport(
        superuser,
        usersExport(superuser, userListQuery.parse({}), ''),
        'csv',
        async () => true,
      ),
    );
    const [header, ...rows]: string[][] = parse(file, { bom: true });
    expect(header!.join(',')).toBe(HEADERS);
    expect(rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+@-])/, '')))).toEqual(
      await expected('TRUE'),
    );
    expect(file).toContain("'=1+1 <b>&");
    expect(file).toContain('"\'@Finance, ""all"""');
  });
});
