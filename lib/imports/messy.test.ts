import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { check, errorsOf, makeContoso, messyFile, run, upload } from '@/tests/imports';
import { actorOf, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import type { RowErrors } from './values/person';

let company: TestCompany;
let actor: Actor;
let importId: string;
let errors: Record<number, RowErrors>;

beforeAll(async () => {
  company = await makeContoso();
  actor = actorOf(await makePerson({ company, right: 'organisation_admin' }));
  await makePerson({ company, email: 'taken@example.com' });
  importId = await upload(actor, await messyFile());
  expect(await check(actor, importId)).toEqual({ good: 7, bad: 14 });
  errors = await errorsOf(importId);
});

it.each<[string, number, RowErrors]>([
  [
    'a phone that is none, a colour by name',
    7,
    {
      phone: expect.stringContaining('with its country') as string,
      colour: 'Enter a colour such as #3b82f6.',
    },
  ],
  [
    'two @, an unknown company, a date of two readings',
    8,
    {
      email: expect.stringContaining('Enter an e-mail') as string,
      phone: expect.stringContaining('with its country') as string,
      company: 'There is no company “Unknown Co” in your scope.',
      startDate: expect.stringContaining('2025-05-08 or 2025-08-05') as string,
      colour: 'Enter a colour such as #3b82f6.',
    },
  ],
  [
    'a national number, dates in the wrong order, an unknown department',
    9,
    {
      phone: expect.stringContaining('with its country') as string,
      endDate: 'The end date lies before the start date.',
      department: 'There is no department “Legal” in Contoso.',
    },
  ],
  [
    'a name around the e-mail, a country that is none',
    10,
    {
      email: expect.stringContaining('Enter an e-mail') as string,
      phone: expect.stringContaining('that exists') as string,
    },
  ],
  ['n/a for an e-mail', 11, { email: expect.stringContaining('Enter an e-mail') as string }],
  ['no last name', 12, { lastName: 'The last name is required.' }],
  [
    'an e-mail that is in another row, too',
    13,
    { email: expect.stringContaining('in row 14.') as string },
  ],
  ['the same from the other side', 14, { email: expect.stringContaining('in row 13.') as string }],
  [
    'a cell beyond the headers',
    16,
    { row: expect.stringContaining('“extra” stands beyond') as string },
  ],
  ['a name that is too long', 19, { firstName: expect.stringContaining('at most 100') as string }],
  ['the headers once more', 20, { row: expect.stringContaining('repeats the headers') as string }],
  ['no company', 21, { company: 'The company is required.' }],
  ['a position without its department', 22, { department: 'A position needs its department.' }],
  ['an e-mail that has an account', 23, { email: 'This e-mail already has an account.' }],
])('%s is refused in its cell', (_, number, expected) => {
  expect(errors[number]).toEqual(expected);
});

it('every row is created, refused or empty, and what is created is as it was shown', async () => {
  await expect(run(actor, importId, { good: 7, bad: 14 })).rejects.toMatchObject({
    code: 'invalid',
    fields: { skipBad: expect.stringContaining('have errors') as string },
  });
  expect(await run(actor, importId, { good: 7, bad: 14, skipBad: true })).toBe(7);
  const [sum] = await sql(
    `SELECT size, created, (SELECT count(*)::int FROM import_rows r WHERE r.import_id = i.id
       AND (r.cells = '{}' OR r.errors IS NOT NULL)) AS others FROM imports i WHERE id = $1`,
    [importId],
  );
  expect(sum).toEqual({ size: 22, created: 7, others: 15 });
  const people = await sql(
    `SELECT u.first_name, u.last_name, u.email, u.phone, d.name AS department, p.name AS position,
       a.start_date::text, a.end_date::text, u.colour, a.profile_completion_owed AS owed,
       (SELECT string_agg(g.name || ' ' || m.source, ',' ORDER BY g.name) FROM user_groups m
        JOIN access_groups g ON g.id = m.group_id WHERE m.user_id = u.id) AS groups
     FROM users u JOIN user_access a ON a.user_id = u.id
     LEFT JOIN departments d ON d.id = u.department_id
     LEFT JOIN positions p ON p.id = u.position_id
     WHERE u.company_id = $1 AND u.id > $2 AND u.email <> 'taken@example.com' ORDER BY u.id`,
    [company.id, actor.userId],
  );
  const person = (first: string, last: string, email: string, more: object = {}) => ({
    first_name: first,
    last_name: last,
    email,
    phone: null,
    department: null,
    position: null,
    start_date: null,
    end_date: null,
    colour: null,
    owed: true,
    groups: null,
    ...more,
  });
  expect(people).toEqual([
    person('Vira', 'Saint-Marc', 'vira.one@corp.example', {
      phone: '+380449151422',
      department: 'Human Resources',
      position: 'Intern',
      start_date: '2024-06-07',
      end_date: '2027-09-12',
      colour: '#ffffff',
      groups: 'Mail manual,VPN manual',
    }),
    person('Renée', 'Müller', 'renee.two@example.com', {
      phone: '+442079460328',
      department: 'IT',
      position: 'Analyst',
      start_date: '2025-10-25',
      colour: '#1e90ff',
      groups: 'Mail manual,VPN manual',
    }),
    person('Олена', 'Null', 'olena.three@example.com', {
      department: 'IT',
      start_date: '2024-03-17',
      end_date: '2027-12-25',
      groups: 'Mail manual',
    }),
    person('Zoë', 'Test', 'zoe.four@example.com', {
      phone: '+81312345678',
      start_date: '2023-04-30',
      end_date: '2025-07-06',
      colour: '#aabbcc',
    }),
    person('Ḥasan', 'Le', 'hasan.ten@example.com', { department: 'IT' }),
    person('Rob"); DROP TABLE users;--', 'Le', 'rob.twelve@example.com'),
    person('=HYPERLINK("http://evil.example","x")', 'Le', 'formula.thirteen@example.com'),
  ]);
});

it('security 51: each person and the import itself have their audit row', async () => {
  const [created] = await sql<{ id: string }>(
    `SELECT id FROM users WHERE email = 'vira.one@corp.example'`,
  );
  expect(await auditOf(created!.id)).toMatchObject([
    {
      action: 'user.created',
      actor_id: actor.userId,
      company_id: company.id,
      after: { email: 'vira.one@corp.example', department: 'Human Resources', groups: 'VPN, Mail' },
    },
  ]);
  const actions = (await auditOf(importId)).map(({ action, after }) => [action, after]);
  expect(actions).toEqual([
    ['import.uploaded', { fileName: 'people.csv', columns: 12 }],
    ['import.checked', { good: 7, bad: 14 }],
    ['import.executed', { fileName: 'people.csv', created: 7, refused: 14, invited: 0 }],
  ]);
});
