import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { assign, makeContract } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { filterNames } from './filter-names';
import { countUsers, listUsers } from './queries';
import { USER_SORTS, userListQuery } from './schema';

const tag = randomUUID().slice(0, 8);

type Structure = Record<'department' | 'position' | 'group' | 'role' | 'contract', string>;
type Home = { company: TestCompany; structure: Structure; person: string; other: string };

async function makeStructure(company: TestCompany): Promise<Structure> {
  const { id } = company;
  const make = async (text: string, parent: string, name: string) =>
    (await sql<{ id: string }>(`${text} RETURNING id`, [parent, `${name} ${tag}`]))[0]!.id;
  const of = (table: string, column = 'company_id') =>
    `INSERT INTO ${table} (${column}, name) VALUES ($1, $2)`;
  const department = await make(of('departments'), id, 'Finance');
  return {
    department,
    position: await make(of('positions', 'department_id'), department, 'Clerk'),
    group: await make(of('access_groups'), id, 'Vault'),
    role: await make(of('platform_roles'), id, 'CISO'),
    contract: (await makeContract(company, { number: `N ${tag}`, name: 'Bridge' })).id,
  };
}

/** A company with one person who is in everything, and another who is in nothing. */
async function makeHome(lastName: string): Promise<Home> {
  const company = await makeCompany();
  const structure = await makeStructure(company);
  const dates = { startDate: '2026-03-01', endDate: '2030-03-31' };
  const { id } = await makePerson({ company, lastName: `${lastName} ${tag}`, ...dates });
  const other = await makePerson({ company, lastName: `${lastName} Zed ${tag}` });
  await sql('UPDATE users SET department_id = $2, position_id = $3 WHERE id = $1', [
    id,
    structure.department,
    structure.position,
  ]);
  await sql("INSERT INTO user_groups (user_id, group_id, source) VALUES ($1, $2, 'manual')", [
    id,
    structure.group,
  ]);
  await sql('INSERT INTO user_roles (user_id, role_id) VALUES ($1, $2)', [id, structure.role]);
  const contract = { id: structure.contract, number: '', companyId: company.id };
  await assign(contract, { id });
  // Once on it is not on it.
  await assign(contract, other, { isActive: false });
  return { company, structure, person: id, other: other.id };
}

let ours: Home;
let theirs: Home;
let superuser: Actor;
let admin: Actor;
let otherGroup: string;

beforeAll(async () => {
  ours = await makeHome('Alder');
  theirs = await makeHome('Birch');
  superuser = actorOf(await makePerson({ right: 'superuser', company: null }));
  admin = actorOf(await makePerson({ right: 'user_admin', company: ours.company }));
  [{ id: otherGroup }] = (await sql<{ id: string }>(
    'INSERT INTO access_groups (name) VALUES ($1) RETURNING id',
    [`Everywhere ${tag}`],
  )) as [{ id: string }];
  await sql(
    `INSERT INTO user_groups (user_id, group_id, source)
     SELECT id, $1, 'manual' FROM unnest($2::uuid[]) AS id`,
    [otherGroup, [ours.person, theirs.person]],
  );
});

async function found(actor: Actor, filter: object): Promise<string[]> {
  const query = userListQuery.parse({ q: tag, ...filter });
  const { rows } = await listUsers(actor, query);
  expect(await countUsers(actor, query)).toBe(rows.length);
  return rows.map(({ id }) => id);
}

const KEYS = ['department', 'position', 'group', 'role', 'contract'] as const;

describe('a filter', () => {
  it.each(KEYS)('by %s', async (key) => {
    expect(await found(superuser, { [key]: ours.structure[key] })).toEqual([ours.person]);
    expect(await found(superuser, { [key]: randomUUID() })).toEqual([]);
  });

  it('by company', async () => {
    const ids = await found(superuser, { company: theirs.company.id });
    expect(ids.sort()).toEqual([theirs.person, theirs.other].sort());
  });

  it('by dates, both days included', async () => {
    const both = [ours.person, theirs.person];
    const start = { dates: 'start', from: '2026-03-01', to: '2026-03-01' };
    expect(await found(superuser, start)).toEqual(both);
    expect(await found(superuser, { from: '2026-03-01' })).toEqual(both);
    expect(await found(superuser, { dates: 'start', from: '2026-03-02' })).toEqual([]);
    expect(await found(superuser, { dates: 'end', to: '2030-03-31' })).toEqual(both);
    expect(await found(superuser, { dates: 'end', to: '2030-03-30' })).toEqual([]);
    expect(await found(superuser, { dates: 'end' })).toHaveLength(4);
  });

  it('with all the others', async () => {
    const { structure, company } = ours;
    const all = { ...structure, company: company.id, employment: 'current', q: `ALD ${tag}` };
    const filter = { ...all, status: 'active,two-factor-missing,profile-completed' };
    expect(await found(superuser, { ...filter, from: '2026-01-01' })).toEqual([ours.person]);
    expect(await found(superuser, { ...filter, from: '2027-01-01' })).toEqual([]);
    expect(await found(superuser, { ...filter, group: theirs.structure.group })).toEqual([]);
  });

  it('with every order', async () => {
    for (const sort of USER_SORTS) {
      const filter = { sort, company: ours.company.id, group: ours.structure.group };
      expect(await found(superuser, filter)).toEqual([ours.person]);
    }
  });
});

describe('security 33, 38: another company’s ids show nothing of it', () => {
  it.each(KEYS)('%s', async (key) => {
    expect(await found(admin, { [key]: ours.structure[key] })).toEqual([ours.person]);
    expect(await found(admin, { [key]: theirs.structure[key] })).toEqual([]);
  });

  it('the company', async () => {
    expect(await found(admin, { company: theirs.company.id })).toEqual([]);
    expect(await found(admin, { company: ours.company.id })).toHaveLength(2);
  });

  it('their contract shows nobody, not even our people on it', async () => {
    const contract = { id: theirs.structure.contract, number: '', companyId: theirs.company.id };
    await assign(contract, { id: ours.person });
    expect(await found(admin, { contract: contract.id })).toEqual([]);
    const both = [ours.person, theirs.person];
    expect((await found(superuser, { contract: contract.id })).sort()).toEqual(both.sort());
    await sql('DELETE FROM assignments WHERE user_id = $1 AND contract_id = $2', [
      ours.person,
      contract.id,
    ]);
  });

  it('a group of no company shows our members only', async () => {
    expect(await found(superuser, { group: otherGroup })).toHaveLength(2);
    expect(await found(admin, { group: otherGroup })).toEqual([ours.person]);
  });

  it('no sort leads out', async () => {
    for (const sort of USER_SORTS) {
      expect((await found(admin, { sort })).sort()).toEqual([ours.person, ours.other].sort());
    }
  });

  it('nor do the names of chips', async () => {
    const named = (actor: Actor, { company, structure }: Home) =>
      filterNames(actor, { company: company.id, ...structure });
    const names = {
      company: theirs.company.name,
      department: `Finance ${tag}`,
      position: `Clerk ${tag}`,
      group: `Vault ${tag}`,
      role: `CISO ${tag}`,
      contract: `N ${tag} · Bridge`,
    };
    expect(await named(superuser, theirs)).toEqual(names);
    expect(await named(admin, ours)).toEqual({ ...names, company: ours.company.name });
    const nothing = Object.fromEntries(Object.keys(names).map((key) => [key, null]));
    expect(await named(admin, theirs)).toEqual(nothing);
    expect(await filterNames(admin, { group: otherGroup })).toMatchObject({
      group: `Everywhere ${tag}`,
    });
    expect(await filterNames({ ...admin, right: null }, { group: otherGroup })).toEqual(nothing);
  });
});
