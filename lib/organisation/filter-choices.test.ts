import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { makeContract } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { choiceSearch, filterChoices, firstChoices } from './filter-choices';

let ours: TestCompany;
let theirs: TestCompany;
let admin: Actor;
let superuser: Actor;
const ids: Record<string, string> = {};

const insert = async (key: string, table: string, column: string, of: string | null) => {
  const [row] = await sql<{ id: string }>(
    `INSERT INTO ${table} (${column}, name) VALUES ($1, $2) RETURNING id`,
    [of, key],
  );
  ids[key] = row!.id;
  return row!.id;
};

beforeAll(async () => {
  [ours, theirs] = [await makeCompany(), await makeCompany()];
  admin = actorOf(await makePerson({ company: ours, right: 'auditor' }));
  superuser = actorOf(await makePerson({ company: null, right: 'superuser' }));
  for (const [whose, { id }] of Object.entries({ ours, theirs })) {
    const department = await insert(`finance ${whose}`, 'departments', 'company_id', id);
    await insert(`sales ${whose}`, 'departments', 'company_id', id);
    await insert(`clerk ${whose}`, 'positions', 'department_id', department);
    await insert(`vault ${whose}`, 'access_groups', 'company_id', id);
    await insert(`analyst ${whose}`, 'platform_roles', 'company_id', id);
    await makeContract({ id, name: '' }, { number: `N-1`, name: `bridge ${whose}` });
  }
  await insert('badge of no company', 'access_groups', 'company_id', null);
});

const names = async (actor: Actor, search: object) =>
  (await filterChoices(actor, choiceSearch.parse(search))).map(({ name }) => name);

describe('security 33: the choices of a filter', () => {
  it.each([
    ['department', ['finance ours', 'sales ours']],
    ['position', ['clerk ours']],
    ['group', ['badge of no company', 'vault ours']],
    ['role', ['analyst ours']],
    ['contract', ['N-1 · bridge ours']],
  ])('%s are those of the scope', async (kind, expected) => {
    expect(await names(admin, { kind })).toEqual(expected);
    const theirOwn = expected.filter((name) => !name.endsWith('ours'));
    expect(await names(admin, { kind, company: theirs.id })).toEqual(theirOwn);
    expect(await names({ ...admin, right: null }, { kind })).toEqual([]);
  });

  it('company is the own one, or all', async () => {
    expect(await names(admin, { kind: 'company' })).toEqual([ours.name]);
    const all = await names(superuser, { kind: 'company' });
    expect(all).toEqual(expect.arrayContaining([ours.name, theirs.name]));
  });

  it('position keeps to the department that is chosen', async () => {
    const within = (department?: string) => names(superuser, { kind: 'position', department });
    expect(await within(ids['finance theirs'])).toEqual(['clerk theirs']);
    expect(await within(ids['sales theirs'])).toEqual([]);
  });
});

describe('the choices of a contract', () => {
  it('are found by number or name, not by party, and say which is archived', async () => {
    const company = await makeCompany();
    await makeContract(company, { number: 'X-77', name: 'Harbour', archived: true });
    const find = (q: string) =>
      filterChoices(superuser, { kind: 'contract', q, company: company.id });
    for (const q of ['x-7', 'ARBO']) {
      expect(await find(q)).toMatchObject([{ name: 'X-77 · Harbour', detail: 'Archived' }]);
    }
    expect(await find('Contractor')).toEqual([]);
  });
});

describe('the choices of a filter', () => {
  it('are found by what was typed, literally and whatever the case', async () => {
    expect(await names(admin, { kind: 'department', q: 'FIN' })).toEqual(['finance ours']);
    expect(await names(admin, { kind: 'department', q: '%' })).toEqual([]);
  });

  it('say of a group where it belongs, unless that is chosen', async () => {
    const details = async (company?: string) => {
      const found = await filterChoices(admin, { kind: 'group', q: '', company });
      return found.map(({ detail }) => detail);
    };
    expect(await details()).toEqual(['Other group', ours.name]);
    expect(await details(ours.id)).toEqual(['Other group', null]);
  });

  it('are twenty at a time', async () => {
    const { id } = await makeCompany();
    await sql(
      `INSERT INTO departments (company_id, name) SELECT $1, 'D' || n FROM generate_series(1, 30) n`,
      [id],
    );
    expect(await names(superuser, { kind: 'department', company: id })).toHaveLength(20);
    expect(await names(superuser, { kind: 'department', company: id, q: 'd30' })).toEqual(['D30']);
  });

  it('come all at once for a panel, as far as is chosen', async () => {
    const found = async (chosen: object) => {
      const first = await firstChoices(superuser, chosen);
      return Object.fromEntries(
        Object.entries(first).map(([kind, choices]) => [kind, choices.map(({ name }) => name)]),
      );
    };
    expect(await found({})).toMatchObject({ department: [], position: [], role: [] });
    expect(await found({ company: theirs.id, department: ids['finance theirs'] })).toMatchObject({
      department: ['finance theirs', 'sales theirs'],
      position: ['clerk theirs'],
      role: ['analyst theirs'],
      group: ['badge of no company', 'vault theirs'],
    });
    expect(await firstChoices(admin, {})).toMatchObject({ company: [] });
  });
});

it.each([{}, { kind: 'password' }, { kind: 'role', company: 'x' }, { kind: 'role', secret: '1' }])(
  'security 37: nonsense is refused: %j',
  (search) => {
    expect(choiceSearch.safeParse(search).success).toBe(false);
  },
);
