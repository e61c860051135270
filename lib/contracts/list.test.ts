import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { assign, makeContract, type TestContract } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import {
  countContracts,
  findContracts,
  getContract,
  listContracts,
  type ContractRow,
} from './queries';
import { contractListQuery } from './schema';

const tag = randomUUID().slice(0, 8);

let ours: TestCompany;
let theirs: TestCompany;
let superuser: Actor;
let admin: Actor;
let userAdmin: Actor;
let party2: Actor;
// By what is special about each.
const made: Record<
  'plain' | 'practice' | 'archived' | 'locked' | 'covered' | 'foreign',
  TestContract
> = {} as never;

const makeHolder = (company: TestCompany, lastName: string, locked = false) =>
  makePerson({ company, firstName: 'Ann', lastName, locked });

beforeAll(async () => {
  [ours, theirs] = [await makeCompany(), await makeCompany()];
  superuser = actorOf(await makePerson({ right: 'superuser', company: null }));
  admin = actorOf(await makePerson({ right: 'organisation_admin', company: ours }));
  userAdmin = actorOf(await makePerson({ right: 'user_admin', company: ours }));
  const make = (company: TestCompany, number: string, options: object = {}) =>
    makeContract(company, { number: `${tag} ${number}`, ...options });
  made.plain = await make(ours, '1', { name: 'Zebra 100% done' });
  made.practice = await make(ours, '2', { isPractice: true, name: 'Yak' });
  made.archived = await make(ours, '3', { archived: true, name: 'Xerus' });
  made.locked = await make(ours, '4', { name: 'Wolf' });
  made.covered = await make(ours, '5', { name: 'Vole' });
  made.foreign = await make(theirs, '6', { name: 'Urchin' });

  const [able, locked] = [await makeHolder(ours, 'Able'), await makeHolder(ours, 'Locked', true)];
  const guest = await makeHolder(theirs, 'Guest');
  await assign(made.locked, locked, { approver: true });
  await assign(made.locked, able, { namedManager: true });
  await assign(made.covered, locked, { approver: true });
  await assign(made.covered, able, { approver: true, namedManager: true });
  await assign(made.covered, guest, { approver: true, party: 2 });
  await assign(made.covered, await makePerson({ company: ours }), { isActive: false });
  await assign(made.archived, locked, { approver: true });
  const limited = await makePerson({ company: theirs, right: 'party2_user_admin' });
  await assign(made.covered, limited, { party: 2 });
  await assign(made.plain, limited, { party: 2, isActive: false });
  party2 = actorOf(limited);
});

/** What the list finds, by the last character of the number; the count agrees. */
async function found(actor: Actor, filter: object): Promise<string> {
  const query = contractListQuery.parse({ q: tag, ...filter });
  const rows = await listContracts(actor, query);
  expect(await countContracts(actor, query)).toBe(rows.length);
  return rows.map(({ number }) => number.at(-1)).join('');
}

describe('a filter', () => {
  it('by state, open unless another is asked for', async () => {
    expect(await found(admin, {})).toBe('1245');
    expect(await found(admin, { state: 'archived' })).toBe('3');
    expect(await found(admin, { state: 'all' })).toBe('12345');
  });

  it('by kind', async () => {
    expect(await found(admin, { kind: 'practice' })).toBe('2');
    expect(await found(admin, { kind: 'real' })).toBe('145');
  });

  it('by company', async () => {
    expect(await found(superuser, { company: theirs.id })).toBe('6');
    expect(await found(superuser, { company: randomUUID() })).toBe('');
  });

  it('by what lacks an effective key person: a seat has holders, none of whom may enter', async () => {
    expect(await found(admin, { uncovered: '1' })).toBe('4');
    expect(await found(admin, { uncovered: '1', state: 'all' })).toBe('4');
    expect(await found(superuser, { uncovered: '1' })).toBe('4');
  });

  it('by number, name or party, whatever the case, each word somewhere, literally', async () => {
    expect(await found(admin, { q: `${tag} WOLF` })).toBe('4');
    expect(await found(admin, { q: `yak ${tag.toUpperCase()} 2` })).toBe('2');
    expect(await found(admin, { q: `${tag} contractor` })).toBe('1245');
    expect(await found(admin, { q: `${tag} 100%` })).toBe('1');
    expect(await found(admin, { q: `${tag} %o%f` })).toBe('');
    expect(await found(admin, { q: `${tag} nothing` })).toBe('');
  });

  it('all at once', async () => {
    const all = { company: ours.id, state: 'all', kind: 'real', uncovered: '1', sort: '-people' };
    expect(await found(superuser, { ...all, q: `wolf ${tag}` })).toBe('4');
  });
});

describe('the order', () => {
  it.each([
    ['number', '1245'],
    ['-number', '5421'],
    ['name', '5421'],
    ['-name', '1245'],
    ['people', '1245'],
    ['-people', '5421'],
  ])('%s', async (sort, expected) => {
    expect(await found(admin, { sort })).toBe(expected);
  });

  it('company', async () => {
    const [first, last] = [ours, theirs].sort((a, b) => (a.name < b.name ? -1 : 1));
    const numbers = (company: TestCompany | undefined) => (company === ours ? '1245' : '6');
    expect(await found(superuser, { sort: 'company' })).toBe(numbers(first) + numbers(last));
  });

  it('goes on from page to page', async () => {
    const page = async (number: number) =>
      (
        await listContracts(admin, {
          ...contractListQuery.parse({ q: tag }),
          size: 3,
          page: number,
        })
      ).map(({ number: text }) => text.at(-1));
    expect([await page(1), await page(2), await page(3)]).toEqual([['1', '2', '4'], ['5'], []]);
  });
});

describe('a row', () => {
  const rowOf = async (actor: Actor, { id }: TestContract): Promise<ContractRow> =>
    (await listContracts(actor, contractListQuery.parse({ q: tag, state: 'all' }))).find(
      (row) => row.id === id,
    )!;

  it('tells who is on it at a glance', async () => {
    expect(await rowOf(admin, made.covered)).toMatchObject({
      companyName: ours.name,
      people: 4,
      approvers: { names: ['Ann Able', 'Ann Guest'], count: 3, isUncovered: false },
      namedManagers: { names: ['Ann Able'], count: 1, isUncovered: false },
    });
    expect(await rowOf(admin, made.locked)).toMatchObject({
      people: 2,
      approvers: { names: ['Ann Locked'], count: 1, isUncovered: true },
    });
    const nobody = { names: [], count: 0, isUncovered: false };
    expect(await rowOf(admin, made.plain)).toMatchObject({
      people: 0,
      approvers: nobody,
      namedManagers: nobody,
    });
    // Nobody is a key person of what is archived.
    expect(await rowOf(admin, made.archived)).toMatchObject({ approvers: { isUncovered: false } });
  });

  it('security 33: tells of people in the scope alone', async () => {
    expect(await rowOf(userAdmin, made.covered)).toMatchObject({
      people: 2,
      approvers: { names: ['Ann Able', 'Ann Locked'], count: 2 },
    });
    expect(await rowOf(party2, made.covered)).toMatchObject({
      people: 2,
      approvers: { names: ['Ann Guest'], count: 1 },
      namedManagers: { names: [], count: 0 },
    });
  });

  it('security 34: tells Party 2 administrators nothing of who else may enter', async () => {
    const q = randomUUID();
    const contract = await makeContract(ours, { number: `${q} 7` });
    const locked = await makeHolder(ours, 'Locked', true);
    await assign(contract, { id: party2.userId }, { party: 2 });
    await assign(contract, locked, { approver: true, namedManager: true });
    const told = async (actor: Actor) => {
      const [row] = await listContracts(actor, contractListQuery.parse({ q }));
      return [row?.approvers, row?.namedManagers];
    };
    const uncovered = { names: ['Ann Locked'], count: 1, isUncovered: true };
    expect(await told(admin)).toEqual([uncovered, uncovered]);
    const nothing = { names: [], count: 0, isUncovered: false };
    expect(await told(party2)).toEqual([nothing, nothing]);
    expect(await found(admin, { q, uncovered: '1' })).toBe('7');
    expect(await found(party2, { q })).toBe('7');
    expect(await found(party2, { q, uncovered: '1' })).toBe('');
  });
});

describe('⌘K', () => {
  const numbers = async (actor: Actor, q: string) =>
    (await findContracts(actor, q)).map(({ number }) => number.at(-1)).join('');

  it('finds the first few, open ones first', async () => {
    expect(await numbers(admin, tag)).toBe('12453');
    expect(await findContracts(admin, `${tag} xerus`)).toEqual([
      {
        id: made.archived.id,
        number: `${tag} 3`,
        name: 'Xerus',
        companyName: ours.name,
        isArchived: true,
      },
    ]);
  });

  it('security 33, 34: finds nothing outside the scope', async () => {
    expect(await numbers(admin, `${tag} Urchin`)).toBe('');
    expect(await numbers(party2, tag)).toBe('5');
    expect(await numbers({ ...admin, right: null }, tag)).toBe('');
  });
});

describe('security 33: the contracts of others', () => {
  it('are not listed, counted, searched or sorted in', async () => {
    for (const actor of [admin, userAdmin]) {
      for (const sort of ['number', 'name', 'company', 'people']) {
        expect(await found(actor, { state: 'all', sort })).toHaveLength(5);
      }
      expect(await found(actor, { company: theirs.id })).toBe('');
      expect(await found(actor, { q: `${tag} Urchin` })).toBe('');
    }
    expect(await found({ ...admin, right: null }, { state: 'all' })).toBe('');
  });

  it('security 34: Party 2 administrators see those they are active on', async () => {
    expect(await found(party2, { state: 'all' })).toBe('5');
    expect(await found(party2, { state: 'all', sort: '-people' })).toBe('5');
    // Of their own company, and yet not theirs.
    expect(await found(party2, { company: theirs.id })).toBe('');
  });

  it('are not there by their id', async () => {
    const ids = (actor: Actor, contract: TestContract) => getContract(actor, contract.id);
    expect(await ids(admin, made.plain)).toMatchObject({ number: `${tag} 1`, party1: 'Client' });
    expect(await ids(party2, made.covered)).toMatchObject({ number: `${tag} 5` });
    const missing = { code: 'not_found' };
    await expect(ids(admin, made.foreign)).rejects.toMatchObject(missing);
    await expect(ids(party2, made.foreign)).rejects.toMatchObject(missing);
    await expect(ids(party2, made.plain)).rejects.toMatchObject(missing);
    await expect(ids({ ...admin, right: null }, made.plain)).rejects.toMatchObject(missing);
    await sql('UPDATE assignments SET is_active = FALSE WHERE user_id = $1', [party2.userId]);
    await expect(ids(party2, made.covered)).rejects.toMatchObject(missing);
  });
});

it.each([
  { state: 'closed' },
  { kind: 'real,practice' },
  { uncovered: '0' },
  { sort: 'currency' },
  { company: 'x' },
  { page: '0' },
  { size: '11' },
  { secret: '1' },
  { q: 'a\0b' },
])('security 37: nonsense is refused: %j', (query) => {
  expect(contractListQuery.safeParse(query).success).toBe(false);
});
