import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { hold, join, makeGroup, makeRole, groupsOf } from '@/tests/structure';
import { changeRoleGroups, deleteGroup, deleteRole } from './commands';
import { groupChoices, groupUse, roleEffect, sumOf } from './queries';
import { roleGroupsChange } from './schema';

let superuser: Actor;
let home: TestCompany;
let admin: Actor;

beforeAll(async () => {
  superuser = actorOf(await makePerson({ right: 'superuser', company: null }));
  home = await makeCompany();
  admin = actorOf(await makePerson({ right: 'organisation_admin', company: home }));
});

const member = async () => (await makePerson({ company: home })).id;
const change = (roleId: string, from: string[], groups: string[], come: number, go: number) => ({
  roleId,
  from,
  groups,
  come,
  go,
});
const brought = async (roleId: string) =>
  (
    await sql<{ group_id: string }>(
      'SELECT group_id FROM platform_role_groups WHERE role_id = $1',
      [roleId],
    )
  ).map(({ group_id }) => group_id);
const nameOf = async (table: string, id: string) =>
  (await sql<{ name: string }>(`SELECT name FROM ${table} WHERE id = $1`, [id]))[0]?.name;
const versionOf = async (id: string) =>
  (await sql<{ version: number }>('SELECT version FROM users WHERE id = $1', [id]))[0]?.version;

/** A role that brings `old`, and holders in each state a membership can be in. */
async function scene() {
  const [old, young] = [await makeGroup(home), await makeGroup(home)];
  const roleId = await makeRole(home, [old]);
  const otherRole = await makeRole(home, [old]);
  const [byRole, byHand, byBoth, without, outside] = await Promise.all([
    member(),
    member(),
    member(),
    member(),
    member(),
  ]);
  for (const id of [byRole, byHand, byBoth, without]) await hold(id, roleId);
  await hold(byBoth, otherRole);
  await join(byRole, old, 'role');
  await join(byHand, old, 'manual');
  await join(byBoth, old, 'role');
  await join(outside, old, 'role');
  await join(byHand, young, 'manual');
  return { old, young, roleId, byRole, byHand, byBoth, without, outside };
}

describe('changing which groups a role brings', () => {
  it('gives what comes to those who lack it, and takes what came from it alone', async () => {
    const { old, young, roleId, ...people } = await scene();
    const effect = await roleEffect(admin, { roleId, added: [young], removed: [old] });
    expect(effect).toMatchObject({ holders: 4, come: [{ people: 3 }], go: [{ people: 1 }] });
    await changeRoleGroups(
      admin,
      change(roleId, [old], [young], sumOf(effect.come), sumOf(effect.go)),
    );
    expect(await brought(roleId)).toEqual([young]);
    expect(await groupsOf(people.byRole)).toEqual({ [young]: 'role' });
    expect(await groupsOf(people.byHand)).toEqual({ [old]: 'manual', [young]: 'manual' });
    expect(await groupsOf(people.byBoth)).toEqual({ [old]: 'role', [young]: 'role' });
    expect(await groupsOf(people.without)).toEqual({ [young]: 'role' });
    expect(await groupsOf(people.outside)).toEqual({ [old]: 'role' });
  });

  it('writes what changed of the role and of each person, and counts the edit of those alone', async () => {
    const { old, young, roleId, byRole, byHand, without } = await scene();
    const [was, is] = [await nameOf('access_groups', old), await nameOf('access_groups', young)];
    await changeRoleGroups(admin, change(roleId, [old], [young], 3, 1));
    expect(await auditOf(roleId)).toMatchObject([
      { action: 'role.groups-changed', before: { groups: was }, after: { groups: is } },
    ]);
    expect(await auditOf(byRole)).toMatchObject([
      { action: 'user.groups-changed', before: { groups: [was] }, after: { groups: [is] } },
    ]);
    expect(await auditOf(without)).toMatchObject([
      { action: 'user.groups-changed', before: null, after: { groups: [is] } },
    ]);
    expect(await auditOf(byHand)).toEqual([]);
    expect([await versionOf(byRole), await versionOf(byHand)]).toEqual([2, 1]);
  });

  it('security 62: is refused when the role brings something else by now', async () => {
    const { old, young, roleId } = await scene();
    await expect(changeRoleGroups(admin, change(roleId, [], [young], 3, 0))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining((await nameOf('access_groups', old)) ?? '?') as string,
    });
    expect(await brought(roleId)).toEqual([old]);
  });

  it('does nothing when it would do something else than was shown', async () => {
    const { old, young, roleId, without } = await scene();
    await expect(
      changeRoleGroups(admin, change(roleId, [old], [old, young], 2, 0)),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await brought(roleId)).toEqual([old]);
    expect(await groupsOf(without)).toEqual({});
  });

  it('takes other groups, and security 33: none of another company', async () => {
    const { old, roleId } = await scene();
    const [other, foreign] = [await makeGroup(null), await makeGroup(await makeCompany())];
    await changeRoleGroups(admin, change(roleId, [old], [old, other], 4, 0));
    await expect(
      changeRoleGroups(admin, change(roleId, [old, other], [old, other, foreign], 4, 0)),
    ).rejects.toMatchObject({ code: 'invalid' });
    expect((await brought(roleId)).sort()).toEqual([old, other].sort());
    const leak = await roleEffect(admin, { roleId, added: [foreign], removed: [] });
    expect(leak.come).toEqual([]);
  });

  it('security 33: is not done outside the scope', async () => {
    const company = await makeCompany();
    const roleId = await makeRole(company);
    const group = await makeGroup(company);
    const attempt = changeRoleGroups(admin, change(roleId, [], [group], 0, 0));
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    await expect(roleEffect(admin, { roleId, added: [], removed: [] })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await brought(roleId)).toEqual([]);
  });

  it('reaches somebody who is just being given the role', async () => {
    const { old, young, roleId, without } = await scene();
    const late = await member();
    await inOpenTransaction(
      'INSERT INTO user_roles (user_id, role_id) VALUES ($1, $2)',
      [late, roleId],
      async (commit) => {
        const pending = changeRoleGroups(admin, change(roleId, [old], [old, young], 4, 0));
        await untilSomebodyWaits();
        await commit();
        await pending;
      },
    );
    expect(await groupsOf(late)).toEqual({ [young]: 'role' });
    expect(await groupsOf(without)).toEqual({ [young]: 'role' });
  });

  it('security 36: takes no other fields, and groups only by id', () => {
    const whole = {
      roleId: home.id,
      from: '',
      groups: `${home.id},${home.id}`,
      come: '0',
      go: '0',
    };
    expect(roleGroupsChange.parse(whole).groups).toEqual([home.id]);
    expect(roleGroupsChange.safeParse({ ...whole, companyId: home.id }).success).toBe(false);
    expect(roleGroupsChange.safeParse({ ...whole, groups: 'x' }).success).toBe(false);
    const many = Array.from({ length: 101 }, () => randomUUID()).join();
    expect(roleGroupsChange.safeParse({ ...whole, groups: many }).success).toBe(false);
  });
});

describe('the groups to choose from', () => {
  it('are what it brings, and of the first fifty those of its company before all others', async () => {
    const company = await makeCompany();
    const [own, bringing] = [await makeGroup(company), await makeGroup(company)];
    const roleId = await makeRole(company, [bringing]);
    await sql(
      `INSERT INTO access_groups (name) SELECT '0 ' || gen_random_uuid() FROM generate_series(1, 60)`,
    );
    const choices = await groupChoices(superuser, { roleId, ids: [], q: '' });
    expect(choices).toHaveLength(50);
    expect(
      choices
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([own, bringing].sort());
    expect(choices.filter((group) => group.brought).map(({ id }) => id)).toEqual([bringing]);
    expect(choices.every(({ isOther }, place) => isOther === place > 1)).toBe(true);
    const none = await groupChoices(superuser, { roleId, ids: [], q: 'nothing-like-it' });
    expect(none.map(({ id }) => id)).toEqual([bringing]);
    expect(await groupChoices(admin, { roleId, ids: [own], q: '' })).toEqual([]);
  });
});

describe('deleting a role', () => {
  it('takes it from its holders with what came from it alone, once its name is typed', async () => {
    const { old, roleId, byRole, byHand, byBoth } = await scene();
    const name = (await nameOf('platform_roles', roleId)) ?? '';
    const shown = { roleId, people: 4, memberships: 1 };
    await expect(deleteRole(admin, shown)).rejects.toMatchObject({
      fields: { name: expect.stringContaining(name) as string },
    });
    await deleteRole(admin, { ...shown, name });
    expect(await nameOf('platform_roles', roleId)).toBeUndefined();
    expect(await groupsOf(byRole)).toEqual({});
    expect(await groupsOf(byHand)).toMatchObject({ [old]: 'manual' });
    expect(await groupsOf(byBoth)).toEqual({ [old]: 'role' });
    const group = await nameOf('access_groups', old);
    expect(await auditOf(byRole)).toMatchObject([
      { action: 'user.roles-changed', before: { roles: [name], groups: [group] }, after: null },
    ]);
    expect(await auditOf(byHand)).toMatchObject([{ before: { roles: [name], groups: [] } }]);
    expect(await auditOf(roleId)).toMatchObject([
      { action: 'role.deleted', before: { name, people: 4, memberships: 1 } },
    ]);
  });

  it('does nothing when others hold it than were shown', async () => {
    const { roleId, byRole, old } = await scene();
    const name = await nameOf('platform_roles', roleId);
    for (const shown of [
      { people: 0, memberships: 0 },
      { people: 4, memberships: 2 },
    ]) {
      await expect(deleteRole(admin, { roleId, name, ...shown })).rejects.toMatchObject({
        code: 'conflict',
      });
    }
    expect(await groupsOf(byRole)).toEqual({ [old]: 'role' });
  });

  it('security 33: is not done outside the scope', async () => {
    const roleId = await makeRole(await makeCompany());
    await expect(deleteRole(admin, { roleId, people: 0, memberships: 0 })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await nameOf('platform_roles', roleId)).toBeDefined();
  });
});

describe('deleting a group', () => {
  it('takes its members out of it, however they came, once its name is typed', async () => {
    const { old, roleId, byRole, byHand } = await scene();
    const name = (await nameOf('access_groups', old)) ?? '';
    expect(await groupUse(admin, old)).toMatchObject({ byRole: 3, byHand: 1 });
    await expect(deleteGroup(admin, { groupId: old, people: 4 })).rejects.toMatchObject({
      fields: { name: expect.any(String) as string },
    });
    await deleteGroup(admin, { groupId: old, people: 4, name });
    expect(await groupsOf(byRole)).toEqual({});
    expect(Object.keys(await groupsOf(byHand))).not.toContain(old);
    expect(await brought(roleId)).toEqual([]);
    expect(await auditOf(byRole)).toMatchObject([
      { action: 'user.groups-changed', before: { groups: [name] }, after: null },
    ]);
  });

  it('does nothing when it has other members than were shown', async () => {
    const { old, byRole } = await scene();
    await expect(deleteGroup(admin, { groupId: old, people: 0 })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await groupsOf(byRole)).toEqual({ [old]: 'role' });
  });

  it('security 33: is not done outside the scope, and to other groups by superusers alone', async () => {
    const [foreign, other] = [await makeGroup(await makeCompany()), await makeGroup(null)];
    await expect(deleteGroup(admin, { groupId: foreign, people: 0 })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(groupUse(admin, foreign)).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteGroup(admin, { groupId: other, people: 0 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await deleteGroup(superuser, { groupId: other, people: 0 });
    expect(await nameOf('access_groups', foreign)).toBeDefined();
    expect(await nameOf('access_groups', other)).toBeUndefined();
  });
});
