import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { replaceSeats } from '@/lib/contracts/assignments/commands';
import { archiveContract, reopenContract } from '@/lib/contracts/commands';
import { lockUsers, setDatesOf, unlockUsers } from '@/lib/lifecycle/commands';
import { assign, makeContract, type TestContract } from '@/tests/contracts';
import {
  actorOf,
  makeCompany,
  makePerson,
  type PersonOptions,
  type TestCompany,
} from '@/tests/people';
import { inOpenTransaction } from '@/tests/connections';
import { sql } from '@/tests/sql';
import { settleAll } from './settle';

let company: TestCompany;
let admin: Actor;
beforeAll(async () => {
  company = await makeCompany();
  admin = actorOf(await makePerson({ right: 'user_admin', company }));
});
beforeEach(() => sql('UPDATE contracts SET archived_at = now() WHERE archived_at IS NULL'));

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const openOf = async (contract: TestContract) =>
  (await sql(`SELECT kind FROM tasks WHERE contract_id = $1 AND closed_at IS NULL`, [contract.id]))
    .length;

/** A contract and its approvers. */
async function contractWith(...people: PersonOptions[]) {
  const contract = await makeContract(company);
  const approvers = [];
  for (const options of people) {
    const person = await makePerson({ company, ...options });
    await assign(contract, person, { approver: true });
    approvers.push(person);
  }
  return { contract, ids: approvers.map(({ id }) => id) };
}

const lock = (userIds: string[]) => lockUsers(admin, { userIds, reason: 'test' });

describe('a contract whose last effective approver', () => {
  it('is locked has a task in the same commit; unlocked again, none', async () => {
    const { contract, ids } = await contractWith({}, {});
    await lock([ids[0]!]);
    expect(await openOf(contract)).toBe(0);
    await lock([ids[1]!]);
    expect(await openOf(contract)).toBe(1);
    await unlockUsers(admin, { userIds: [ids[0]!] });
    expect(await openOf(contract)).toBe(0);
    await lock([ids[0]!]);
    expect(await openOf(contract)).toBe(1);
    expect(await sql('SELECT 1 FROM tasks WHERE contract_id = $1', [contract.id])).toHaveLength(2);
  });

  it('is locked while a mass change settles is locked all the same; the task comes after', async () => {
    const { contract, ids } = await contractWith({});
    await inOpenTransaction('SELECT pg_advisory_xact_lock(72002)', [], async () => {
      expect(await lock(ids)).toEqual([{ userId: ids[0], outcome: 'done' }]);
      expect(await openOf(contract)).toBe(0);
    });
    await settleAll();
    expect(await openOf(contract)).toBe(1);
  });

  it('is locked, and replaced by another, has none any more, in the same commit', async () => {
    const { contract, ids } = await contractWith({});
    const successor = await makePerson({ company });
    await assign(contract, successor);
    await lock(ids);
    expect(await openOf(contract)).toBe(1);
    const [fromUserId = '', toUserId] = [ids[0], successor.id];
    await replaceSeats(admin, {
      replacements: [{ contractId: contract.id, fromUserId, toUserId, seat: 'approver' }],
    });
    expect(await openOf(contract)).toBe(0);
  });

  it('is locked has none while it is archived, and one again once it is reopened', async () => {
    const { contract, ids } = await contractWith({});
    const owner = actorOf(await makePerson({ right: 'organisation_admin', company }));
    await lock(ids);
    await archiveContract(owner, contract.id);
    expect(await openOf(contract)).toBe(0);
    await reopenContract(owner, contract.id);
    expect(await openOf(contract)).toBe(1);
  });

  it('ends by their dates has a task; with a later day, none', async () => {
    const { contract, ids } = await contractWith({});
    await setDatesOf(admin, { userIds: ids, endDate: day(-2) });
    expect(await openOf(contract)).toBe(1);
    await setDatesOf(admin, { userIds: ids, endDate: day(50) });
    expect(await openOf(contract)).toBe(0);
  });

  it(
    'security 61: is one of two locked at once has a task, 20 times',
    { timeout: 60_000 },
    async () => {
      for (let round = 0; round < 20; round += 1) {
        const { contract, ids } = await contractWith({}, {});
        await Promise.all(ids.map((id) => lock([id])));
        expect(await openOf(contract)).toBe(1);
      }
    },
  );

  it.each<[string, string]>([
    ['expired', `UPDATE user_access SET end_date = now()::date - 3 WHERE user_id = ANY ($1)`],
    [
      'is refused by the directory',
      `UPDATE user_access SET directory_allows = FALSE WHERE user_id = ANY ($1)`,
    ],
  ])('%s has a task once all are settled', async (_, change) => {
    const { contract, ids } = await contractWith({});
    await settleAll();
    expect(await openOf(contract)).toBe(0);
    await sql(change, [ids]);
    await settleAll();
    await settleAll();
    expect(await openOf(contract)).toBe(1);
  });
});

describe('no task, once all are settled,', () => {
  it.each<[string, string]>([
    ['is archived', 'UPDATE contracts SET archived_at = now() WHERE id = $1'],
    [
      'has the seat taken away',
      'UPDATE assignments SET is_approver = FALSE WHERE contract_id = $1',
    ],
    ['is left by them', 'UPDATE assignments SET is_active = FALSE WHERE contract_id = $1'],
  ])('of a contract that %s', async (_, change) => {
    const { contract, ids } = await contractWith({});
    await lock(ids);
    expect(await openOf(contract)).toBe(1);
    await sql(change, [contract.id]);
    await settleAll();
    expect(await openOf(contract)).toBe(0);
  });

  it('of a contract that has no approver at all', async () => {
    const contract = await makeContract(company);
    await assign(contract, await makePerson({ company, locked: true }), {});
    await settleAll();
    expect(await openOf(contract)).toBe(0);
  });
});

it('each seat counts: an effective approver covers no named manager', async () => {
  const { contract } = await contractWith({});
  await assign(contract, await makePerson({ company, locked: true }), { namedManager: true });
  await settleAll();
  expect(await openOf(contract)).toBe(1);
});

const leavingOf = (userId: string) =>
  sql<{ company_id: string }>(
    `SELECT company_id FROM tasks
     WHERE kind = 'key_person_leaving' AND user_id = $1 AND closed_at IS NULL`,
    [userId],
  );

describe('a key person who leaves', () => {
  it.each<[string, PersonOptions, number]>([
    ['within 30 days', { endDate: day(20) }, 1],
    ['later', { endDate: day(40) }, 0],
    ['though locked', { endDate: day(20), locked: true }, 1],
    ['and has left', { endDate: day(-3) }, 0],
  ])('%s', async (_, options, tasks) => {
    const { ids } = await contractWith(options);
    await settleAll();
    expect(await leavingOf(ids[0]!)).toHaveLength(tasks);
  });

  it('by staying away, and no more once they come', async () => {
    const { ids } = await contractWith({});
    await sql(
      `UPDATE user_access SET last_active_at = now() - interval '70 days'
      WHERE user_id = ANY ($1)`,
      [ids],
    );
    await settleAll();
    expect(await leavingOf(ids[0]!)).toHaveLength(1);
    await sql('UPDATE user_access SET last_active_at = now() WHERE user_id = ANY ($1)', [ids]);
    await settleAll();
    expect(await leavingOf(ids[0]!)).toHaveLength(0);
  });

  it('has one task for each company that owns their contracts, none without a seat', async () => {
    const { ids } = await contractWith({ endDate: day(5) });
    const other = await makeCompany();
    const person = { id: ids[0]! };
    for (let i = 0; i < 2; i += 1) {
      await assign(await makeContract(other), person, { namedManager: true, party: 2 });
    }
    const plain = await makePerson({ company, endDate: day(5) });
    await assign(await makeContract(company), plain);
    await settleAll();
    const companies = (await leavingOf(person.id)).map(({ company_id }) => company_id);
    expect(companies.sort()).toEqual([company.id, other.id].sort());
    expect(await leavingOf(plain.id)).toHaveLength(0);
  });
});
