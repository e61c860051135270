import { buffer, text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { assign, makeContract, type TestContract } from '@/tests/contracts';
import {
  actorOf,
  makeCompany,
  makePerson,
  type TestCompany,
  type TestPerson,
} from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { readXlsx } from '@/tests/xlsx';
import type { Actor } from '@/lib/core/actor';
import { startExport } from '@/lib/exports/commands';
import { exportOf } from '@/lib/exports/queries';
import { contractsReport } from './export';

const HEADERS =
  'ContractNumber,ContractName,FullName,Email,Company,Party,Role,Approver,NamedManager,Active,Threshold,Currency,EmailSetting,PracticeContract';

let home: TestCompany;
let away: TestCompany;
let admin: Actor;
let superuser: Actor;
let guest: TestPerson;
let practice: TestContract;

/** Contracts of two companies, one practice, one archived; some names meant to do harm. */
beforeAll(async () => {
  [home, away] = [await makeCompany(), await makeCompany()];
  superuser = actorOf(await makePerson({ company: null, right: 'superuser' }));
  admin = actorOf(await makePerson({ company: home, right: 'organisation_admin' }));
  guest = await makePerson({ company: away, lastName: 'Guest' });
  const nobodys = await makePerson({ company: null, lastName: 'Free' });
  const ann = await makePerson({ company: home, firstName: '=1+1', lastName: '<b>&' });
  const zed = await makePerson({ company: home, lastName: 'Zed' });
  const first = await makeContract(home, { number: 'A-1', name: '@SUM(A1)', currency: 'KWD' });
  await assign(first, zed, { threshold: '1250.125', approver: true, emailSetting: 'immediate' });
  await assign(first, ann, { namedManager: true, role: '+Manager', emailSetting: 'none' });
  await assign(first, guest, { party: 2, isActive: false, threshold: '999999999999999.999' });
  const archived = await makeContract(home, { number: 'A-0', archived: true, currency: 'JPY' });
  await assign(archived, nobodys, { threshold: '100000' });
  practice = await makeContract(home, { number: 'P-1', isPractice: true });
  await assign(practice, zed, { approver: true });
  await assign(await makeContract(away, { number: 'A-1' }), guest);
});

const exported = (actor: Actor, asked = { practice: false }, format: 'xlsx' | 'csv' = 'xlsx') =>
  startExport(actor, contractsReport(actor, asked), format, async () => true);

const sheetOf = async (actor: Actor, asked?: { practice: boolean }) =>
  (await readXlsx(await buffer(await exported(actor, asked))))[0]!;

const rowsOf = async (...asked: Parameters<typeof sheetOf>) =>
  (await sheetOf(...asked)).rows.slice(1).map((row) => row.map(({ value }) => value));

/** The same from the database, asked another way: assignment by assignment. */
const expected = async (where: string, values: unknown[] = []) => {
  const rows = await sql<{ cells: string[] }>(
    `SELECT ARRAY[
      (SELECT number FROM contracts WHERE id = contract_id),
      (SELECT name FROM contracts WHERE id = contract_id),
      (SELECT first_name || ' ' || last_name FROM users WHERE id = user_id),
      (SELECT email FROM users WHERE id = user_id),
      coalesce((SELECT c.name FROM companies c JOIN users u ON u.company_id = c.id WHERE u.id = user_id), ''),
      'Party ' || party, (SELECT name FROM contract_roles WHERE id = role_id),
      replace(replace(is_approver::text, 'true', 'Yes'), 'false', 'No'),
      replace(replace(is_named_manager::text, 'true', 'Yes'), 'false', 'No'),
      replace(replace(is_active::text, 'true', 'Yes'), 'false', 'No'),
      rtrim(rtrim(threshold::text, '0'), '.'), (SELECT currency FROM contracts WHERE id = contract_id),
      CASE email_setting WHEN 'immediate' THEN 'Immediate' WHEN 'daily' THEN 'Daily' ELSE 'None' END,
      (SELECT replace(replace(is_practice::text, 'true', 'Yes'), 'false', 'No') FROM contracts WHERE id = contract_id)
    ] AS cells FROM assignments s WHERE ${where}
    ORDER BY (SELECT number FROM contracts WHERE id = contract_id), contract_id,
      (SELECT (last_name, first_name, id) FROM users WHERE id = user_id)`,
    values,
  );
  return rows.map(({ cells }) => cells);
};

describe('User Contract & Threshold Information', () => {
  it('is what the database has, cell by cell, by contract and name', async () => {
    const { rows, name, frozenRows, filter } = await sheetOf(superuser, { practice: true });
    expect([name, frozenRows, filter]).toEqual(['Contracts and thresholds', 1, 'A1:N7']);
    expect(rows[0]!.map(({ value }) => value)).toEqual(HEADERS.split(','));
    expect(rows.slice(1).map((row) => row.map(({ value }) => value))).toEqual(
      await expected('TRUE'),
    );
  });

  it('has practice contracts on request alone', async () => {
    const rows = await expected('contract_id <> $1', [practice.id]);
    expect(rows.length).toBe(5);
    expect(await rowsOf(superuser)).toEqual(rows);
  });

  it('has thresholds as numbers of exactly these digits', async () => {
    const { rows } = await sheetOf(superuser);
    const thresholds = rows.slice(1).map((row) => [row[10]!.kind, row[10]!.value]);
    expect(thresholds).toContainEqual(['number', '1250.125']);
    expect(thresholds).toContainEqual(['number', '100000']);
    // More than Excel keeps of a number.
    expect(thresholds).toContainEqual(['text', '999999999999999.999']);
  });

  it('security 44: what looks like a formula stays text', async () => {
    const { rows } = await sheetOf(admin);
    const cells = rows.flat().filter(({ value }) => /^[=+@]/.test(value));
    expect(cells.map(({ value, kind }) => [value, kind])).toEqual([
      ['@SUM(A1)', 'text'],
      ['=1+1 <b>&', 'text'],
      ['+Manager', 'text'],
      ['@SUM(A1)', 'text'],
      ['@SUM(A1)', 'text'],
    ]);
  });

  it('security 45: has the contracts of the own company, guests included, and is audited', async () => {
    const rows = await expected('company_id = $1 AND contract_id <> $2', [home.id, practice.id]);
    expect(await rowsOf(admin)).toEqual(rows);
    expect(rows.map(([, , name]) => name)).toContain('Ann Guest');
    expect(await auditOf((await exportOf(admin))!.id)).toMatchObject([
      {
        action: 'export.started',
        after: { name: 'User Contract & Threshold Information', question: '', rows: 4 },
      },
      { action: 'export.ended', after: { outcome: 'complete', rows: 4 } },
    ]);
    const other = actorOf(await makePerson({ right: 'organisation_admin' }));
    expect(await rowsOf(other, { practice: true })).toEqual([]);
  });

  it.each(['user_admin', 'party2_user_admin', 'auditor', null] as const)(
    'security 32: is not for %s',
    async (right) => {
      const actor = actorOf(await makePerson({ company: home, right, isStaff: true }));
      expect(() => contractsReport(actor, { practice: false })).toThrow('right');
    },
  );

  it('says the same as CSV, but for the apostrophe before what could be a formula', async () => {
    const file = await text(await exported(superuser, { practice: true }, 'csv'));
    const [header, ...rows]: string[][] = parse(file, { bom: true });
    expect(header!.join(',')).toBe(HEADERS);
    expect(rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+@-])/, '')))).toEqual(
      await expected('TRUE'),
    );
  });
});
