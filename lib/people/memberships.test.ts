import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { openEdit } from '@/tests/person-edit';
import { actorOf, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { makeStructure, type TestStructure } from '@/tests/one-of-everything';
import { groupsOf, makeGroup, makeRole } from '@/tests/structure';
import { createUser, updateUser } from './commands';
import { newUser } from './schema';

let house: TestStructure;
let admin: Actor;
beforeAll(async () => {
  house = await makeStructure();
  admin = actorOf(await makePerson({ right: 'organisation_admin', company: house.company }));
});

const create = (change: object) =>
  createUser(
    admin,
    newUser.parse({
      firstName: 'Ann',
      lastName: 'Lee',
      email: `new-${crypto.randomUUID()}@example.org`,
      companyId: house.company.id,
      ...change,
    }),
  );
const edit = async (userId: string, change: object) =>
  updateUser(admin, (await openEdit(userId))(change));

describe('groups and where they came from', () => {
  it('Create applies the groups of the roles where that is ticked, and only there', async () => {
    const other = await makeGroup(null);
    const given = { roleIds: [house.role], groupIds: [house.group, other] };
    const id = await create({ ...given, groupsFromRoles: 'on' });
    expect(await groupsOf(id)).toEqual({
      [house.brought]: 'role',
      [house.group]: 'manual',
      [other]: 'manual',
    });
    const plain = await create({ roleIds: [house.role] });
    expect(await groupsOf(plain)).toEqual({});
  });

  it('what came from a role goes with the last role that brings it; what was given stays', async () => {
    const second = await makeRole(house.company, [house.brought]);
    const id = await create({
      roleIds: [house.role, second],
      groupIds: [house.group],
      groupsFromRoles: 'on',
    });
    await edit(id, { roleIds: [second] });
    expect(await groupsOf(id)).toEqual({ [house.brought]: 'role', [house.group]: 'manual' });
    await edit(id, { roleIds: [] });
    expect(await groupsOf(id)).toEqual({ [house.group]: 'manual' });
  });

  it('a group from a role that is ticked by hand as well stays when the role goes', async () => {
    const id = await create({ roleIds: [house.role], groupsFromRoles: 'on' });
    await edit(id, { groupIds: [house.brought] });
    await edit(id, { roleIds: [] });
    expect(await groupsOf(id)).toEqual({ [house.brought]: 'manual' });
    await edit(id, { groupIds: [], roleIds: [house.role], groupsFromRoles: true });
    expect(await groupsOf(id)).toEqual({ [house.brought]: 'role' });
  });

  it('quizzes are assigned once and by whom, and taken away', async () => {
    const id = await create({ quizIds: house.quiz });
    const assigned = () =>
      sql('SELECT quiz_id, assigned_by_id FROM quiz_assignments WHERE user_id = $1', [id]);
    expect(await assigned()).toEqual([{ quiz_id: house.quiz, assigned_by_id: admin.userId }]);
    await edit(id, { quizIds: [] });
    expect(await assigned()).toEqual([]);
  });
});

describe('security 33, 35: what is of another company is refused, at its field', () => {
  let other: TestStructure;
  beforeAll(async () => {
    other = await makeStructure();
  });

  it.each<[string, () => object]>([
    ['departmentId', () => ({ departmentId: other.department })],
    ['positionId', () => ({ departmentId: house.department, positionId: other.position })],
    ['roleIds', () => ({ roleIds: [house.role, other.role] })],
    ['groupIds', () => ({ groupIds: [other.group] })],
    ['quizIds', () => ({ quizIds: [other.quiz] })],
    ['roleIds', () => ({ roleIds: [crypto.randomUUID()] })],
  ])('%s', async (field, change) => {
    const refusal = { code: 'invalid', fields: { [field]: expect.any(String) as string } };
    const email = `refused-${crypto.randomUUID()}@example.org`;
    await expect(create({ email, ...change() })).rejects.toMatchObject(refusal);
    expect(await sql('SELECT 1 FROM users WHERE email = $1', [email])).toEqual([]);
    const { id } = await makePerson({ company: house.company });
    await expect(edit(id, change())).rejects.toMatchObject(refusal);
  });
});
