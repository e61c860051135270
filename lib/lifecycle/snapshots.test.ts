import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { assign, contractRole, makeContract } from '@/tests/contracts';
import { makeStructure, type TestStructure } from '@/tests/one-of-everything';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { hold, join } from '@/tests/structure';
import { deactivateUsers, lockUsers } from './commands';

let house: TestStructure;
let admin: Actor;
beforeAll(async () => {
  house = await makeStructure();
  admin = actorOf(await makePerson({ right: 'user_admin', company: house.company }));
});

const snapshotsOf = (userId: string) =>
  sql('SELECT * FROM access_snapshots WHERE user_id = $1 ORDER BY id', [userId]);
const countOf = async (table: string, userId: string) =>
  (await sql(`SELECT 1 FROM ${table} WHERE user_id = $1`, [userId])).length;

/** Somebody on two contracts, with a role, what it brings, and a group by hand. */
async function member() {
  const { company, role, brought, group } = house;
  const person = await makePerson({ company });
  const [own, elsewhere, left] = [
    await makeContract(company),
    await makeContract(await makeCompany()),
    await makeContract(company),
  ];
  await assign(own, person, { threshold: '12345678901.0125', emailSetting: 'none', role: 'Clerk' });
  await assign(elsewhere, person, { party: 2 });
  await assign(left, person, { isActive: false });
  await hold(person.id, role);
  await join(person.id, brought, 'role');
  await join(person.id, group, 'manual');
  return { person, own, elsewhere };
}

describe('a deactivation', () => {
  it('keeps what was active in a snapshot, and takes it', async () => {
    const { person, own, elsewhere } = await member();
    await deactivateUsers(admin, { userIds: [person.id] });
    const [snapshot] = await snapshotsOf(person.id);
    const kept = (contract: typeof own, more: object) => ({
      contractId: contract.id,
      party: 1,
      threshold: '0.0000',
      emailSetting: 'daily',
      isApprover: false,
      isNamedManager: false,
      currency: 'EUR',
      ...more,
    });
    expect(snapshot).toMatchObject({
      taken_by_id: admin.userId,
      assignments: [
        kept(own, {
          roleId: await contractRole(own.companyId, 'Clerk'),
          threshold: '12345678901.0125',
          emailSetting: 'none',
        }),
        kept(elsewhere, { roleId: await contractRole(elsewhere.companyId), party: 2 }),
      ],
      roles: [house.role],
    });
    expect(snapshot?.groups).toHaveLength(2);
    expect(snapshot?.groups).toEqual(
      expect.arrayContaining([
        { groupId: house.group, source: 'manual' },
        { groupId: house.brought, source: 'role' },
      ]),
    );
    expect(
      await sql('SELECT DISTINCT is_active FROM assignments WHERE user_id = $1', [person.id]),
    ).toEqual([{ is_active: false }]);
    expect(
      await sql('SELECT version FROM assignments WHERE user_id = $1 ORDER BY version', [person.id]),
    ).toEqual([{ version: 1 }, { version: 2 }, { version: 2 }]);
    expect(await countOf('user_roles', person.id)).toBe(0);
    expect(await countOf('user_groups', person.id)).toBe(0);
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.deactivated' },
      {
        action: 'user.access-taken',
        actor_id: admin.userId,
        company_id: house.company.id,
        before: {
          assignments: 2,
          roles: [expect.any(String)],
          groups: [expect.any(String), expect.any(String)],
        },
        after: null,
      },
    ]);
  });

  it('of whoever has nothing keeps that, in a row of its own each time', async () => {
    const person = await makePerson({ company: house.company });
    await deactivateUsers(admin, { userIds: [person.id] });
    expect(await snapshotsOf(person.id)).toMatchObject([
      { assignments: [], groups: [], roles: [] },
    ]);
    expect(await auditOf(person.id)).toHaveLength(1);
  });

  it('that is refused, or was before, takes nothing', async () => {
    const { person } = await member();
    await deactivateUsers(admin, { userIds: [person.id] });
    await deactivateUsers(admin, { userIds: [person.id] });
    expect(await snapshotsOf(person.id)).toHaveLength(1);
    const boss = await makePerson({ right: 'organisation_admin', company: house.company });
    await deactivateUsers(admin, { userIds: [boss.id] });
    expect(await snapshotsOf(boss.id)).toHaveLength(0);
  });

  it('a lock takes nothing (spec §9)', async () => {
    const { person } = await member();
    await lockUsers(admin, { userIds: [person.id], reason: 'x' });
    expect(await snapshotsOf(person.id)).toHaveLength(0);
    expect(await countOf('user_groups', person.id)).toBe(2);
  });
});

describe('a snapshot', () => {
  it.each([
    ['changed', "UPDATE access_snapshots SET roles = '[]' WHERE user_id = $1"],
    ['deleted', 'DELETE FROM access_snapshots WHERE user_id = $1'],
  ])('is not %s', async (_, text) => {
    const { person } = await member();
    await deactivateUsers(admin, { userIds: [person.id] });
    await expect(sql(text, [person.id])).rejects.toThrow(/immutable/);
    expect(await snapshotsOf(person.id)).toHaveLength(1);
  });

  it('is not emptied, and goes with the person', async () => {
    const { person } = await member();
    await deactivateUsers(admin, { userIds: [person.id] });
    await expect(sql('TRUNCATE access_snapshots')).rejects.toThrow(/immutable/);
    await sql('DELETE FROM users WHERE id = $1', [person.id]);
    expect(await snapshotsOf(person.id)).toHaveLength(0);
  });
});
