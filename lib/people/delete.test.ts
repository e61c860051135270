import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { timelineOf } from '@/lib/users/timeline';
import { assign, makeContract } from '@/tests/contracts';
import { makeLink } from '@/tests/newcomers';
import {
  actorOf,
  makeCompany,
  makePerson,
  makeSession,
  type TestCompany,
  type TestPerson,
} from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { makeStructure, type TestStructure } from '@/tests/one-of-everything';
import { deleteUsers } from './commands';

let house: TestStructure;
let superuser: TestPerson;
let admin: Actor;
beforeAll(async () => {
  house = await makeStructure();
  const company = house.company;
  superuser = await makePerson({ right: 'superuser', company: null, password: 'x'.repeat(12) });
  admin = actorOf(await makePerson({ right: 'user_admin', company }));
});

const isThere = async (userId: string) =>
  (await sql('SELECT 1 FROM users WHERE id = $1', [userId])).length === 1;
const leftOf = async (userId: string) => {
  const tables = [
    ...['user_access', 'password_credentials', 'sessions', 'access_links', 'user_groups'],
    ...['user_roles', 'quiz_assignments', 'known_devices', 'totp_credentials', 'backup_codes'],
  ];
  const counts = await Promise.all(
    tables.map((table) => sql(`SELECT 1 FROM ${table} WHERE user_id = $1`, [userId])),
  );
  return counts.flat().length;
};

describe('deleting people', () => {
  it('takes all that is theirs, and the audit keeps who it was', async () => {
    const { id, email } = await makePerson({ company: house.company, password: 'x'.repeat(12) });
    await makeSession(id);
    await makeLink(id, { purpose: 'password_reset' });
    await sql('INSERT INTO user_roles (user_id, role_id) VALUES ($1, $2)', [id, house.role]);
    await sql(`INSERT INTO user_groups (user_id, group_id, source) VALUES ($1, $2, 'manual')`, [
      id,
      house.group,
    ]);
    await sql('INSERT INTO quiz_assignments (user_id, quiz_id) VALUES ($1, $2)', [id, house.quiz]);
    expect(await deleteUsers(admin, { userIds: [id], email })).toEqual([
      { userId: id, outcome: 'done' },
    ]);
    expect(await isThere(id)).toBe(false);
    expect(await leftOf(id)).toBe(0);
    expect(await auditOf(id)).toMatchObject([
      {
        action: 'user.deleted',
        actor_id: admin.userId,
        company_id: house.company.id,
        before: { firstName: 'Ann', lastName: 'Example', email, company: house.company.name },
        after: null,
      },
    ]);
  });

  it('security 33, 51: is kept by each company for its contracts, and by no other', async () => {
    const { id } = await makePerson({ company: house.company });
    const elsewhere = await makeCompany();
    const own = await makeContract(house.company);
    const theirs = await makeContract(elsewhere, { archived: true });
    await assign(own, { id }, { threshold: '10.50', isActive: false });
    await assign(theirs, { id }, { role: 'Manager', party: 2, approver: true });
    expect(await deleteUsers(admin, { userIds: [id] })).toMatchObject([{ outcome: 'done' }]);
    expect(await sql('SELECT 1 FROM assignments WHERE user_id = $1', [id])).toEqual([]);

    const readBy = async (company: TestCompany) =>
      timelineOf(actorOf(await makePerson({ right: 'auditor', company })), id);
    const action = 'contract.person-removed';
    const ofOwn = await readBy(house.company);
    expect(ofOwn.map((entry) => entry.action)).toEqual([action, 'user.deleted']);
    expect(ofOwn[0]?.before).toMatchObject({ contractId: own.id, threshold: '10.5' });
    expect(await readBy(elsewhere)).toMatchObject([
      {
        action,
        actorName: null,
        before: {
          contractId: theirs.id,
          contract: theirs.number,
          ...{ party: 2, role: 'Manager', isActive: true, threshold: '0' },
          ...{ emailSetting: 'daily', isApprover: true, isNamedManager: false },
        },
        after: null,
      },
    ]);
  });

  it('does nothing when another e-mail was typed', async () => {
    const { id } = await makePerson({ company: house.company });
    const attempt = deleteUsers(admin, { userIds: [id], email: 'somebody@example.org' });
    await expect(attempt).rejects.toMatchObject({
      code: 'invalid',
      fields: { email: expect.any(String) as string },
    });
    expect(await isThere(id)).toBe(true);
  });

  it('judges a set person by person: oneself, above, elsewhere and gone are left', async () => {
    const [one, above, elsewhere] = await Promise.all([
      makePerson({ company: house.company }),
      makePerson({ company: house.company, right: 'organisation_admin' }),
      makePerson({ company: await makeCompany() }),
    ]);
    const gone = crypto.randomUUID();
    const userIds = [one.id, above.id, elsewhere.id, admin.userId, gone];
    const outcomes = await deleteUsers(admin, { userIds });
    expect(Object.fromEntries(outcomes.map(({ userId, outcome }) => [userId, outcome]))).toEqual({
      [one.id]: 'done',
      [above.id]: 'above-you',
      [elsewhere.id]: 'not-found',
      [admin.userId]: 'yourself',
      [gone]: 'not-found',
    });
    expect(await isThere(one.id)).toBe(false);
    for (const id of [above.id, elsewhere.id, admin.userId]) expect(await isThere(id)).toBe(true);
  });

  it('security 61: never the last superuser who can sign in', async () => {
    const boss = await makePerson({ right: 'superuser', company: null });
    const [outcome] = await deleteUsers(actorOf(boss), { userIds: [superuser.id] });
    expect(outcome).toEqual({ userId: superuser.id, outcome: 'last-superuser' });
    expect(await isThere(superuser.id)).toBe(true);
  });

  it('security 61: of two superusers who delete each other at once one remains', async () => {
    for (let round = 0; round < 5; round += 1) {
      const pair = await Promise.all(
        [1, 2].map(() =>
          makePerson({ right: 'superuser', company: null, password: 'x'.repeat(12) }),
        ),
      );
      const [one, two] = pair as [TestPerson, TestPerson];
      await Promise.allSettled([
        deleteUsers(actorOf(one), { userIds: [two.id] }),
        deleteUsers(actorOf(two), { userIds: [one.id] }),
      ]);
      const left = [await isThere(one.id), await isThere(two.id)];
      expect(left.filter(Boolean)).toHaveLength(1);
    }
  });

  it.each(['auditor', null] as const)('%s deletes nobody', async (right) => {
    const company = house.company;
    const { id } = await makePerson({ company });
    const doer = actorOf(await makePerson({ right, company }));
    await expect(deleteUsers(doer, { userIds: [id] })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await isThere(id)).toBe(true);
  });
});
