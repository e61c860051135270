import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { assign, makeContract } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { listTasks } from './queries';
import { taskListQuery } from './schema';
import { settleAll } from './settle';

const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

let company: TestCompany;
let userAdmin: Actor;
let admin: Actor;
const ids = { own: '', guest: '' };

beforeAll(async () => {
  company = await makeCompany();
  userAdmin = actorOf(await makePerson({ right: 'user_admin', company }));
  admin = actorOf(await makePerson({ right: 'organisation_admin', company }));
  const leaving = { endDate: soon, firstName: 'Ann' };
  const own = await makePerson({ company, lastName: 'Own', ...leaving });
  const guest = await makePerson({ company: await makeCompany(), lastName: 'Guest', ...leaving });
  for (const number of ['T-4', 'T-2', 'T-1', 'T-3']) {
    const contract = await makeContract(company, { number });
    await assign(contract, own, { approver: true });
    await assign(contract, guest, { approver: true, party: 2 });
  }
  await assign(await makeContract(await makeCompany()), own, { approver: true });
  [ids.own, ids.guest] = [own.id, guest.id];
  await settleAll();
});

/** What is told of those who leave, by name where there is one. */
async function told(actor: Actor) {
  const query = taskListQuery.parse({ kind: 'key_person_leaving' });
  const rows = await listTasks(actor, query);
  return Object.fromEntries(rows.map((row) => [row.person ?? 'nobody', row]));
}

describe('the task of a key person who leaves', () => {
  it('names the first three contracts alone, and counts them all', async () => {
    const { 'Ann Own': task } = await told(userAdmin);
    expect(task?.contracts.map(({ number }) => number)).toEqual(['T-1', 'T-2', 'T-3']);
    expect(task?.contractCount).toBe(4);
  });

  it('tells when and why, of whom the reader may name', async () => {
    const leaving = { day: soon, reason: 'end-date' };
    const both = await told(admin);
    expect(both['Ann Own']).toMatchObject({ ...leaving, userId: ids.own, isSeen: true });
    expect(both['Ann Guest']).toMatchObject({ ...leaving, userId: ids.guest, isSeen: false });
  });

  it('security 33: tells neither who, when nor why, of a guest who is not to be named', async () => {
    const all = await told(userAdmin);
    expect(Object.keys(all).sort()).toEqual(['Ann Own', 'nobody']);
    expect(all['Ann Own']).toMatchObject({ day: soon, reason: 'end-date' });
    expect(all.nobody).toMatchObject({ userId: null, day: null, reason: null, isSeen: false });
    expect(all.nobody?.contractCount).toBe(4);
  });
});
