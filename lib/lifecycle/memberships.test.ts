import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { groupsOf, makeGroup, makePlace, makeQuiz, makeRole } from '@/tests/structure';
import {
  addToGroup,
  assignQuizTo,
  giveRole,
  removeFromGroup,
  setColourOf,
  setPlaceOf,
  takeRole,
} from './commands';

async function cast() {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ company, right: 'user_admin' }));
  return { company, admin, person: await makePerson({ company }) };
}

const outcomes = async (done: Promise<{ userId: string; outcome: string }[]>) =>
  (await done).map(({ outcome }) => outcome);

const versionOf = async (id: string) =>
  (await sql<{ version: number }>('SELECT version FROM users WHERE id = $1', [id]))[0]!.version;

describe('groups', () => {
  it('are added and taken by hand, once', async () => {
    const { company, admin, person } = await cast();
    const groupId = await makeGroup(company);
    const set = { userIds: [person.id], groupId };
    expect(await outcomes(addToGroup(admin, set))).toEqual(['done']);
    expect(await outcomes(addToGroup(admin, set))).toEqual(['already']);
    expect(await groupsOf(person.id)).toEqual({ [groupId]: 'manual' });
    expect(await versionOf(person.id)).toBe(2);
    expect(await outcomes(removeFromGroup(admin, set))).toEqual(['done']);
    expect(await outcomes(removeFromGroup(admin, set))).toEqual(['already']);
    expect(await groupsOf(person.id)).toEqual({});
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.groups-changed', before: null, after: { groups: [expect.any(String)] } },
      { before: { groups: [expect.any(String)] }, after: null },
    ]);
  });

  it('that came by a role stay with it, until given by hand', async () => {
    const { company, admin, person } = await cast();
    const groupId = await makeGroup(company);
    const roleId = await makeRole(company, [groupId]);
    const userIds = [person.id];
    await giveRole(admin, { userIds, roleId });
    expect(await outcomes(removeFromGroup(admin, { userIds, groupId }))).toEqual(['from-role']);
    expect(await outcomes(addToGroup(admin, { userIds, groupId }))).toEqual(['done']);
    await takeRole(admin, { userIds, roleId });
    expect(await groupsOf(person.id)).toEqual({ [groupId]: 'manual' });
  });
});

describe('platform roles', () => {
  it('bring their groups, and take what no other role of theirs brings', async () => {
    const { company, admin, person } = await cast();
    const [own, shared, byHand] = [
      await makeGroup(company),
      await makeGroup(null),
      await makeGroup(company),
    ];
    const one = await makeRole(company, [own, shared, byHand]);
    const other = await makeRole(company, [shared]);
    const userIds = [person.id];
    await addToGroup(admin, { userIds, groupId: byHand });
    expect(await outcomes(giveRole(admin, { userIds, roleId: one }))).toEqual(['done']);
    expect(await outcomes(giveRole(admin, { userIds, roleId: one }))).toEqual(['already']);
    await giveRole(admin, { userIds, roleId: other });
    expect(await groupsOf(person.id)).toEqual({
      [own]: 'role',
      [shared]: 'role',
      [byHand]: 'manual',
    });
    await takeRole(admin, { userIds, roleId: one });
    expect(await groupsOf(person.id)).toEqual({ [shared]: 'role', [byHand]: 'manual' });
    const audit = await auditOf(person.id);
    expect(audit.at(1)).toMatchObject({ after: { groups: expect.toSatisfy(isPair) as unknown } });
    expect(audit.at(-1)).toMatchObject({
      before: { roles: [expect.any(String)], groups: [expect.any(String)] },
    });
  });
});

const isPair = (names: unknown) => Array.isArray(names) && names.length === 2;

describe('quizzes, places, colours', () => {
  it('are given once', async () => {
    const { company, admin, person } = await cast();
    const quizId = await makeQuiz(company);
    const place = await makePlace(company);
    const userIds = [person.id];
    const steps = [
      () => assignQuizTo(admin, { userIds, quizId }),
      () => setPlaceOf(admin, { userIds, ...place }),
      () => setColourOf(admin, { userIds, colour: '#112233' }),
    ];
    for (const step of steps) {
      expect(await outcomes(step())).toEqual(['done']);
      expect(await outcomes(step())).toEqual(['already']);
    }
    expect(
      await sql('SELECT department_id, position_id, colour, version FROM users WHERE id = $1', [
        person.id,
      ]),
    ).toEqual([
      {
        department_id: place.departmentId,
        position_id: place.positionId,
        colour: '#112233',
        version: 4,
      },
    ]);
    expect((await auditOf(person.id)).map(({ action }) => action)).toEqual([
      'user.quiz-assigned',
      'user.place-changed',
      'user.colour-changed',
    ]);
    await setPlaceOf(admin, { userIds, departmentId: null, positionId: null });
    expect(await sql('SELECT department_id FROM users WHERE id = $1', [person.id])).toEqual([
      { department_id: null },
    ]);
  });
});

describe('security 33, 35: what belongs to another company', () => {
  it('is not found by who does not see it, and refused to people of another', async () => {
    const { company, admin, person } = await cast();
    const elsewhere = await makeCompany();
    const root = actorOf(await makePerson({ company: null, right: 'superuser' }));
    const userIds = [person.id];
    const foreign = {
      groupId: await makeGroup(elsewhere),
      roleId: await makeRole(elsewhere),
      quizId: await makeQuiz(elsewhere),
      place: await makePlace(elsewhere),
    };
    const give = [
      (who: typeof admin) => addToGroup(who, { userIds, groupId: foreign.groupId }),
      (who: typeof admin) => giveRole(who, { userIds, roleId: foreign.roleId }),
      (who: typeof admin) => assignQuizTo(who, { userIds, quizId: foreign.quizId }),
      (who: typeof admin) => setPlaceOf(who, { userIds, ...foreign.place }),
    ];
    for (const attempt of give) {
      await expect(attempt(admin)).rejects.toMatchObject({ code: 'not_found' });
      expect(await outcomes(attempt(root))).toEqual(['other-company']);
    }
    const { departmentId } = await makePlace(company);
    const mixed = { userIds, departmentId, positionId: foreign.place.positionId };
    await expect(setPlaceOf(admin, mixed)).rejects.toMatchObject({ code: 'not_found' });
    const gone = addToGroup(admin, { userIds, groupId: randomUUID() });
    await expect(gone).rejects.toMatchObject({ code: 'not_found' });
    expect(await auditOf(person.id)).toEqual([]);
  });
});
