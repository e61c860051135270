import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { assign, makeContract } from '@/tests/contracts';
import {
  actorOf,
  makeCompany,
  makePerson,
  type PersonOptions,
  type TestCompany,
} from '@/tests/people';
import { sql } from '@/tests/sql';
import { countLeavers, listLeavers } from './queries';
import { leaverListQuery, type LeaverListQuery } from './schema';

let company: TestCompany;
let admin: Actor;
const ids: Record<string, string> = {};

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function make(name: string, options: PersonOptions, seen?: number) {
  const { id } = await makePerson({ company, lastName: name, ...options });
  ids[name] = id;
  if (seen === undefined) return;
  await sql(
    'UPDATE user_access SET last_active_at = now() - make_interval(days => $2) WHERE user_id = $1',
    [id, seen],
  );
}

beforeAll(async () => {
  company = await makeCompany();
  admin = actorOf(await makePerson({ right: 'auditor', company }));
  await make('today', { endDate: day(0) });
  await make('soon', { endDate: day(29) });
  await make('later', { endDate: day(40) });
  await make('left', { endDate: day(-2) });
  await make('deactivated', { endDate: day(5), isActive: false });
  await make('locked', { endDate: day(6), locked: true });
  await make('dormant', {}, 200);
  await make('away', {}, 75);
  await make('present', {}, 30);
  await make('both', { endDate: day(3) }, 80);
  await make('never', {});
  await make('old', {});
  await sql(`UPDATE users SET created_at = now() - interval '85 days' WHERE id = $1`, [ids.old]);
  await make('stranger', { endDate: day(4), company: await makeCompany() });
  await assign(
    await makeContract(company, { number: 'L-1' }),
    { id: ids.both! },
    { approver: true },
  );
  await assign(await makeContract(company), { id: ids.soon! });
  await assign(await makeContract(await makeCompany()), { id: ids.soon! }, { namedManager: true });
});

const ask = (question: object): LeaverListQuery => leaverListQuery.parse(question);
async function found(question: object) {
  const query = ask(question);
  const rows = await listLeavers(admin, query);
  expect(await countLeavers(admin, query)).toBe(rows.length);
  const names = Object.entries(ids);
  return rows.map(({ id }) => names.find(([, known]) => known === id)?.[0]);
}

describe('who leaves within 30 days', () => {
  it('is listed by day: end dates, and days of dormancy, of active accounts in scope', async () => {
    expect(await found({})).toEqual(['dormant', 'today', 'both', 'old', 'locked', 'away', 'soon']);
  });

  it.each([
    [{ reason: 'end-date' }, ['today', 'both', 'locked', 'soon']],
    [{ reason: 'dormant' }, ['dormant', 'both', 'old', 'away']],
    [{ seats: 'only' }, ['both', 'soon']],
    [{ q: 'both' }, ['both']],
  ])('%j', async (question, names) => {
    expect(await found(question)).toEqual(names);
  });

  it('says why, when, and with which seats: those outside the scope as a number', async () => {
    const rows = await listLeavers(admin, ask({}));
    const rowOf = (name: string) => rows.find(({ id }) => id === ids[name]);
    expect(rowOf('dormant')).toMatchObject({ reason: 'dormant', day: day(-110), hasPassed: true });
    expect(rowOf('both')).toMatchObject({
      reason: 'end-date',
      day: day(3),
      hasPassed: false,
      seats: [{ number: 'L-1' }],
      seatCount: 1,
      elsewhere: 0,
    });
    expect(rowOf('soon')).toMatchObject({ seats: [], seatCount: 0, elsewhere: 1 });
    expect(rowOf('old')).toMatchObject({ day: day(5), lastActiveAt: null });
  });

  it('names the first three contracts alone, and counts them all', async () => {
    await make('laden', { endDate: day(29), company: await makeCompany() });
    for (const number of ['M-4', 'M-2', 'M-1', 'M-3']) {
      const contract = await makeContract(company, { number });
      await assign(contract, { id: ids.laden! }, { approver: true });
    }
    await assign(await makeContract(await makeCompany()), { id: ids.laden! }, { approver: true });
    await sql('UPDATE users SET company_id = $2 WHERE id = $1', [ids.laden, company.id]);
    const [row] = await listLeavers(admin, ask({ q: 'laden' }));
    expect(row?.seats.map(({ number }) => number)).toEqual(['M-1', 'M-2', 'M-3']);
    expect(row).toMatchObject({ seatCount: 4, elsewhere: 1 });
    await sql('DELETE FROM users WHERE id = $1', [ids.laden]);
  });

  it('goes by the setting', async () => {
    await sql('UPDATE settings SET dormant_after_days = 3650');
    try {
      expect(await found({ reason: 'dormant' })).toEqual([]);
    } finally {
      await sql('UPDATE settings SET dormant_after_days = 90');
    }
  });

  it('is paged', async () => {
    const second = await listLeavers(admin, {
      ...ask({ size: 10 }),
      size: 3,
      page: 2,
    });
    expect(second.map(({ id }) => id)).toEqual([ids.old, ids.locked, ids.away]);
  });
});
