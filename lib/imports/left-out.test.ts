import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { check, errorsOf, run, upload } from '@/tests/imports';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { importExport } from './export';
import { getImport } from './queries';

const HEAD = 'Notes,First name,Last name,E-mail,Salary';
const ANN = `${randomUUID()}@example.org`;
const BO = `${randomUUID()}@example.org`;

let company: TestCompany;
let actor: Actor;
beforeAll(async () => {
  company = await makeCompany();
  actor = actorOf(await makePerson({ company, right: 'user_admin' }));
});

const cellsOf = async (importId: string) =>
  (
    await sql<{ cells: string[] }>(
      'SELECT cells FROM import_rows WHERE import_id = $1 ORDER BY number',
      [importId],
    )
  ).map(({ cells }) => cells);

it('is stored no longer once the columns are matched, nor asked for again', async () => {
  const lines = [`ill since May,Ann,Lee,${ANN},90000`, `,Bo,Lee,${BO}`, '', 'only this'];
  const importId = await upload(actor, [HEAD, ...lines, `a,b,c,d,e,beyond`].join('\n'));
  const counts = await check(actor, importId, { companyId: company.id });
  expect(counts).toEqual({ good: 2, bad: 2 });
  const kept = [
    ['', 'Ann', 'Lee', ANN, ''],
    ['', 'Bo', 'Lee', BO],
    [],
    [''],
    // Beyond the last column: what is wrong with the row.
    ['', 'b', 'c', 'd', '', 'beyond'],
  ];
  expect(await cellsOf(importId)).toEqual(kept);
  const notes = check(actor, importId, {
    companyId: company.id,
    columns: ['phone', 'firstName', 'lastName', 'email'],
  });
  await expect(notes).rejects.toMatchObject({
    code: 'invalid',
    fields: { 'column-0': expect.stringContaining('Upload the file again') as string },
  });
  expect(await check(actor, importId, { companyId: company.id })).toEqual(counts);
  expect(await run(actor, importId, { ...counts, skipBad: true })).toBe(2);
  expect(await cellsOf(importId)).toEqual(kept);
  const headers = importExport(await getImport(actor, importId)).columns.map((one) => one.header);
  expect(headers.slice(3)).toEqual(['First name', 'Last name', 'E-mail']);
});

it('a row that repeats the headers is told as such before and after', async () => {
  const importId = await upload(actor, [HEAD, HEAD].join('\n'));
  const told = { 2: { row: expect.stringContaining('repeats the headers') as string } };
  await check(actor, importId, { companyId: company.id });
  expect(await errorsOf(importId)).toEqual(told);
  await check(actor, importId, { companyId: company.id });
  expect(await errorsOf(importId)).toEqual(told);
});
