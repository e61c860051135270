import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { makeDepartment, makePosition } from '@/tests/structure';
import { organisationChart } from './chart';

let home: TestCompany;
let auditor: Actor;

beforeAll(async () => {
  home = await makeCompany();
  auditor = actorOf(await makePerson({ right: 'auditor', company: home }));
});

it('counts who is in each department and position, in the order of names', async () => {
  const [second, first] = [await makeDepartment(home, 'b'), await makeDepartment(home, 'A')];
  const position = await makePosition(second, 'Analyst');
  for (const at of [position, null]) {
    const { id } = await makePerson({ company: home });
    await sql('UPDATE users SET department_id = $2, position_id = $3 WHERE id = $1', [
      id,
      second,
      at,
    ]);
  }
  expect(await organisationChart(auditor, home.id)).toMatchObject({
    name: home.name,
    people: 3,
    more: 0,
    children: [
      { id: first, name: 'A', people: 0, children: [] },
      { id: second, people: 2, children: [{ id: position, name: 'Analyst', people: 1 }] },
    ],
  });
});

it('says how many departments are not shown, where there are very many', async () => {
  const company = await makeCompany();
  await sql(
    `INSERT INTO departments (company_id, name) SELECT $1, 'D' || i FROM generate_series(1, 1005) i`,
    [company.id],
  );
  const admin = actorOf(await makePerson({ right: 'organisation_admin', company }));
  const chart = await organisationChart(admin, company.id);
  expect([chart.children.length, chart.more]).toEqual([1000, 5]);
});

it('security 33: is not drawn outside the scope', async () => {
  const { id } = await makeCompany();
  await expect(organisationChart(auditor, id)).rejects.toMatchObject({ code: 'not_found' });
});
