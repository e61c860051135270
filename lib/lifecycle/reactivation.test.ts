import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { restorePreview } from '@/lib/snapshots/queries';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { assign, contractRole, makeContract, type TestContract } from '@/tests/contracts';
import { makeStructure, type TestStructure } from '@/tests/one-of-everything';
import { actorOf, makeCompany, makePerson, makeSession, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf, auditOf, sessionEndsOf } from '@/tests/state';
import { groupsOf, hold, join, makeGroup } from '@/tests/structure';
import { deactivateUsers, resetUsers, restoreUsers } from './commands';

let house: TestStructure;
let admin: Actor;
let boss: Actor;
let person: TestPerson;
let contract: TestContract;
beforeAll(async () => {
  house = await makeStructure();
  const { company } = house;
  admin = actorOf(await makePerson({ right: 'user_admin', company }));
  boss = actorOf(await makePerson({ right: 'superuser', company: null }));
});
// Somebody with one of everything, who is deactivated and can be brought back.
beforeEach(async () => {
  const { company, role, brought, group } = house;
  person = await makePerson({ company });
  contract = await makeContract(company);
  await assign(contract, person, {
    party: 2,
    role: 'Clerk',
    threshold: '250000.125',
    emailSetting: 'immediate',
  });
  await hold(person.id, role);
  await join(person.id, brought, 'role');
  await join(person.id, group, 'manual');
});

const set = () => ({ userIds: [person.id] });
const putOut = () => deactivateUsers(admin, set());
const outcomeOf = async (result: Promise<{ outcome: string }[]>) => (await result)[0]?.outcome;
const assignmentOn = async ({ id }: TestContract) => {
  const [row] = await sql(
    `SELECT is_active, party, threshold::float8 AS threshold, email_setting, is_approver, is_named_manager,
       role_id FROM assignments WHERE contract_id = $1 AND user_id = $2`,
    [id, person.id],
  );
  return row;
};
const rolesOf = async () =>
  (await sql('SELECT role_id FROM user_roles WHERE user_id = $1', [person.id])).map(
    ({ role_id }) => role_id,
  );

describe('Restore', () => {
  it('puts back assignments, roles and groups as they were', async () => {
    const before = await assignmentOn(contract);
    await putOut();
    expect(await outcomeOf(restoreUsers(admin, set()))).toBe('done');
    expect(await accessOf(person.id)).toMatchObject({ is_active: true });
    expect(await assignmentOn(contract)).toEqual(before);
    expect(await rolesOf()).toEqual([house.role]);
    expect(await groupsOf(person.id)).toEqual({
      [house.group]: 'manual',
      [house.brought]: 'role',
    });
    expect((await auditOf(person.id)).slice(2)).toMatchObject([
      { action: 'user.activated', before: { isActive: false }, after: { isActive: true } },
      {
        action: 'user.access-restored',
        actor_id: admin.userId,
        before: null,
        after: {
          assignments: 1,
          roles: [expect.any(String)],
          groups: [expect.any(String), expect.any(String)],
        },
      },
    ]);
  });

  it('goes by the snapshot, whatever was changed meanwhile', async () => {
    const before = await assignmentOn(contract);
    await putOut();
    await sql(
      `UPDATE assignments SET threshold = 7, party = 1, email_setting = 'none', role_id = $2
       WHERE user_id = $1`,
      [person.id, await contractRole(contract.companyId, 'Other')],
    );
    await restoreUsers(admin, set());
    expect(await assignmentOn(contract)).toEqual(before);
  });

  it('takes the latest snapshot alone: after a Reset there is nothing to come back', async () => {
    await putOut();
    await resetUsers(admin, set());
    await putOut();
    await restoreUsers(admin, set());
    expect(await assignmentOn(contract)).toMatchObject({ is_active: false });
    expect(await rolesOf()).toEqual([]);
  });

  it('leaves inactive what was inactive before', async () => {
    const other = await makeContract(house.company);
    await assign(other, person, { isActive: false });
    await putOut();
    await restoreUsers(admin, set());
    expect(await assignmentOn(other)).toMatchObject({ is_active: false });
  });

  it('brings what the role brings now, and by hand what was by hand', async () => {
    const added = await makeGroup(house.company);
    await putOut();
    await sql('UPDATE platform_role_groups SET group_id = $2 WHERE role_id = $1', [
      house.role,
      added,
    ]);
    try {
      const { groups } = await restorePreview(admin, person.id);
      expect(groups.map(({ outcome }) => outcome).sort()).toEqual(['back', 'not-brought']);
      await restoreUsers(admin, set());
      expect(await groupsOf(person.id)).toEqual({ [house.group]: 'manual', [added]: 'role' });
    } finally {
      await sql('UPDATE platform_role_groups SET group_id = $2 WHERE role_id = $1', [
        house.role,
        house.brought,
      ]);
    }
  });

  it.each<[string, string, string]>([
    [
      'archived',
      'the contract is archived',
      'UPDATE contracts SET archived_at = now() WHERE id = $1',
    ],
    [
      'role-deleted',
      'its role is deleted',
      `WITH other AS (
         INSERT INTO contract_roles (company_id, name)
         SELECT company_id, gen_random_uuid()::text FROM contracts WHERE id = $1 RETURNING id),
       moved AS (UPDATE assignments SET role_id = (SELECT id FROM other) WHERE contract_id = $1)
       SELECT 1`,
    ],
  ])('security 35: leaves an assignment: %s, when %s', async (outcome, _, change) => {
    const role = await contractRole(contract.companyId, `Role of ${contract.number}`);
    await sql('UPDATE assignments SET role_id = $2 WHERE contract_id = $1', [contract.id, role]);
    await putOut();
    await sql(change, [contract.id]);
    if (outcome === 'role-deleted') await sql('DELETE FROM contract_roles WHERE id = $1', [role]);
    const preview = await restorePreview(admin, person.id);
    expect(preview.assignments).toMatchObject([{ contractId: contract.id, outcome }]);
    expect(await outcomeOf(restoreUsers(admin, set()))).toBe('done');
    expect(await assignmentOn(contract)).toMatchObject({ is_active: false });
  });

  it('security 35: leaves contracts beyond the rights, unnamed; a superuser brings them back', async () => {
    const elsewhere = await makeContract(await makeCompany());
    await assign(elsewhere, person);
    await putOut();
    const preview = await restorePreview(admin, person.id);
    expect(preview).toMatchObject({ assignments: [{ contractId: contract.id }], elsewhere: 1 });
    expect(JSON.stringify(preview)).not.toContain(elsewhere.id);
    expect((await restorePreview(boss, person.id)).assignments).toHaveLength(2);
    await restoreUsers(admin, set());
    expect(await assignmentOn(elsewhere)).toMatchObject({ is_active: false });
    await putOut();
    await restoreUsers(boss, set());
    expect(await assignmentOn(elsewhere)).toMatchObject({ is_active: false });
  });

  it('leaves roles and groups that are deleted, or of another company than theirs now', async () => {
    const gone = await makeGroup(house.company);
    await join(person.id, gone, 'manual');
    const other = await makeGroup(null);
    await join(person.id, other, 'manual');
    await putOut();
    await sql('DELETE FROM access_groups WHERE id = $1', [gone]);
    await sql('UPDATE users SET company_id = $2 WHERE id = $1', [
      person.id,
      (await makeCompany()).id,
    ]);
    const { roles, groups } = await restorePreview(boss, person.id);
    expect(roles).toMatchObject([{ outcome: 'other-company' }]);
    expect(groups.map(({ outcome }) => outcome).sort()).toEqual([
      'back',
      'deleted',
      'other-company',
      'other-company',
    ]);
    await restoreUsers(boss, set());
    expect(await rolesOf()).toEqual([]);
    expect(await groupsOf(person.id)).toEqual({ [other]: 'manual' });
  });

  // Seats are kept where the contract was archived at the deactivation and is open again.
  const seated = async () => {
    await sql(
      `UPDATE assignments SET is_approver = TRUE, is_named_manager = TRUE WHERE user_id = $1`,
      [person.id],
    );
    await sql('UPDATE contracts SET archived_at = now() WHERE id = $1', [contract.id]);
    await putOut();
    await sql('UPDATE contracts SET archived_at = NULL WHERE id = $1', [contract.id]);
  };

  it('gives seats back that nobody holds', async () => {
    await seated();
    await restoreUsers(admin, set());
    expect(await assignmentOn(contract)).toMatchObject({
      is_active: true,
      is_approver: true,
      is_named_manager: true,
    });
  });

  it('leaves a seat with whoever holds it now; the assignment comes back as an ordinary one', async () => {
    await seated();
    await assign(contract, await makePerson({ company: house.company }), { approver: true });
    const { assignments } = await restorePreview(admin, person.id);
    expect(assignments).toMatchObject([{ approver: 'filled', namedManager: 'back' }]);
    await restoreUsers(admin, set());
    expect(await assignmentOn(contract)).toMatchObject({
      is_active: true,
      is_approver: false,
      is_named_manager: true,
    });
  });

  it('leaves a seat away that was taken away since, and says so', async () => {
    await seated();
    await sql('UPDATE assignments SET is_approver = FALSE WHERE user_id = $1', [person.id]);
    expect((await restorePreview(admin, person.id)).assignments).toMatchObject([
      { outcome: 'back', approver: 'taken-away', namedManager: 'back' },
    ]);
    await restoreUsers(admin, set());
    expect(await assignmentOn(contract)).toMatchObject({
      is_active: true,
      is_approver: false,
      is_named_manager: true,
    });
  });

  it.each([
    ['is locked', `locked_at = now(), lock_reason = 'x'`],
    ['has not started', `start_date = '2999-01-01'`],
    ['the directory keeps out', 'directory_allows = FALSE'],
  ])('gives no seat to somebody who %s, and says so', async (_, state) => {
    await seated();
    await sql(`UPDATE user_access SET ${state} WHERE user_id = $1`, [person.id]);
    expect((await restorePreview(admin, person.id)).assignments).toMatchObject([
      { outcome: 'back', approver: 'kept-out', namedManager: 'kept-out' },
    ]);
    await restoreUsers(admin, set());
    expect(await assignmentOn(contract)).toMatchObject({
      is_active: true,
      is_approver: false,
      is_named_manager: false,
    });
  });

  it('gives seats back to somebody whose passed end date is replaced in the same step', async () => {
    await seated();
    await sql(`UPDATE user_access SET end_date = '2020-01-01' WHERE user_id = $1`, [person.id]);
    expect((await restorePreview(admin, person.id)).assignments).toMatchObject([
      { approver: 'back', namedManager: 'back' },
    ]);
    await restoreUsers(admin, { ...set(), endDate: '2999-01-01' });
    expect(await assignmentOn(contract)).toMatchObject({ is_approver: true });
  });

  const changeCurrency = () =>
    sql(`UPDATE contracts SET currency = 'JPY' WHERE id = $1`, [contract.id]);

  it('brings no threshold back in another currency, and says so', async () => {
    await putOut();
    await changeCurrency();
    const { assignments } = await restorePreview(admin, person.id);
    expect(assignments).toMatchObject([
      { outcome: 'back', threshold: '0.0000', currency: 'JPY', formerCurrency: 'EUR' },
    ]);
    await restoreUsers(admin, set());
    expect(await assignmentOn(contract)).toMatchObject({ is_active: true, threshold: 0 });
  });

  it('takes a snapshot without currencies, an older one, as of the same', async () => {
    await putOut();
    await sql(
      `INSERT INTO access_snapshots (user_id, assignments, groups, roles)
       SELECT user_id, jsonb_build_array((assignments -> 0) - 'currency'), groups, roles
       FROM access_snapshots WHERE user_id = $1`,
      [person.id],
    );
    await changeCurrency();
    const { assignments } = await restorePreview(admin, person.id);
    expect(assignments).toMatchObject([{ threshold: '250000.1250', formerCurrency: null }]);
    await restoreUsers(admin, set());
    expect(await assignmentOn(contract)).toMatchObject({ threshold: 250000.125 });
  });

  it('security 35: names no roles and groups of companies beyond the scope', async () => {
    const common = await makeGroup(null);
    await join(person.id, common, 'manual');
    await putOut();
    const company = await makeCompany();
    await sql('UPDATE users SET company_id = $2 WHERE id = $1', [person.id, company.id]);
    const theirs = actorOf(await makePerson({ right: 'user_admin', company }));
    const unnamed = { name: null, outcome: 'other-company' };
    const { roles, groups } = await restorePreview(theirs, person.id);
    expect(roles).toEqual([unnamed]);
    expect(groups).toEqual([
      { name: expect.any(String) as string, outcome: 'back' },
      unnamed,
      unnamed,
    ]);
    expect((await restorePreview(boss, person.id)).roles).toEqual([
      { name: expect.any(String) as string, outcome: 'other-company' },
    ]);
  });

  it('shows the first 200 contracts, and of the rest how many, by what becomes of them', async () => {
    await sql(
      `WITH made AS (
         INSERT INTO contracts (company_id, number, name, party_1, party_2, currency)
         SELECT $1, $2 || lpad(n::text, 4, '0'), 'Many', 'Client', 'Contractor', 'EUR'
         FROM generate_series(1, 205) AS n RETURNING id)
       INSERT INTO assignments (contract_id, user_id, company_id, party, role_id)
       SELECT id, $3, $1, 1, $4 FROM made`,
      [contract.companyId, `A-${person.id}-`, person.id, await contractRole(contract.companyId)],
    );
    await assign(await makeContract(await makeCompany()), person);
    await putOut();
    await sql('UPDATE contracts SET archived_at = now() WHERE number = ANY ($1)', [
      ['0001', '0201', '0202'].map((n) => `A-${person.id}-${n}`),
    ]);
    const { assignments, more, elsewhere } = await restorePreview(admin, person.id);
    expect(assignments).toHaveLength(200);
    expect(assignments[0]).toMatchObject({ number: `A-${person.id}-0001`, outcome: 'archived' });
    expect(more).toEqual([
      { outcome: 'archived', count: 2 },
      { outcome: 'back', count: 4 },
    ]);
    expect(elsewhere).toBe(1);
  });

  it('security 61: waits for whoever takes the seat, and leaves it to them', async () => {
    await seated();
    const other = await makePerson({ company: house.company });
    await assign(contract, other);
    const outcome = await inOpenTransaction(
      `WITH held AS (SELECT 1 FROM contracts WHERE id = $1 FOR NO KEY UPDATE)
       UPDATE assignments SET is_approver = TRUE
       WHERE contract_id = $1 AND user_id = $2 AND EXISTS (SELECT 1 FROM held)`,
      [contract.id, other.id],
      async (commit) => {
        const pending = restoreUsers(admin, set());
        await untilSomebodyWaits();
        await commit();
        return pending;
      },
    );
    expect(outcome).toMatchObject([{ outcome: 'done' }]);
    expect(await assignmentOn(contract)).toMatchObject({ is_active: true, is_approver: false });
  });

  const contractsAreWaitedFor = async () =>
    (
      await sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
        AND wait_event_type = 'Lock' AND query LIKE '%FROM contracts k %'`)
    ).length > 0;

  it('security 61: holds what a deactivation keeps that comes between', async () => {
    const fresh = await makeContract(house.company);
    await assign(fresh, person, { isActive: false, approver: true });
    const other = await makePerson({ company: house.company });
    await assign(fresh, other);
    await putOut();
    const again = `WITH held AS (SELECT 1 FROM user_access WHERE user_id = $1 FOR UPDATE)
      INSERT INTO access_snapshots (user_id, assignments, groups, roles)
      SELECT $1, jsonb_build_array(jsonb_build_object('contractId', contract_id, 'party', party,
        'roleId', role_id, 'threshold', threshold::text, 'emailSetting', email_setting,
        'isApprover', TRUE, 'isNamedManager', FALSE, 'currency', 'EUR')), '[]', '[]'
      FROM assignments, held WHERE user_id = $1 AND contract_id = $2`;
    const fill = `WITH held AS (SELECT 1 FROM contracts WHERE id = $1 FOR NO KEY UPDATE)
      UPDATE assignments SET is_approver = TRUE
      WHERE contract_id = $1 AND user_id = $2 AND EXISTS (SELECT 1 FROM held)`;
    await inOpenTransaction(fill, [fresh.id, other.id], (commitFill) =>
      inOpenTransaction(again, [person.id, fresh.id], async (commitAgain) => {
        const pending = restoreUsers(admin, set());
        await untilSomebodyWaits();
        let waits = true;
        void pending.finally(() => (waits = false));
        await commitAgain();
        while (waits && !(await contractsAreWaitedFor()));
        await commitFill();
        expect(await outcomeOf(pending)).toBe('done');
      }),
    );
    expect(await assignmentOn(fresh)).toMatchObject({ is_active: true, is_approver: false });
  });

  it('activates whoever has no snapshot', async () => {
    const old = await makePerson({ company: house.company, isActive: false });
    expect(await restorePreview(admin, old.id)).toMatchObject({ takenAt: null, assignments: [] });
    expect(await outcomeOf(restoreUsers(admin, { userIds: [old.id] }))).toBe('done');
    expect(await accessOf(old.id)).toMatchObject({ is_active: true });
  });
});

it('Reset activates and nothing else', async () => {
  await putOut();
  expect(await outcomeOf(resetUsers(admin, set()))).toBe('done');
  expect(await accessOf(person.id)).toMatchObject({ is_active: true });
  expect(await assignmentOn(contract)).toMatchObject({ is_active: false });
  expect(await rolesOf()).toEqual([]);
  expect(await groupsOf(person.id)).toEqual({});
});

describe.each([
  ['Restore', restoreUsers],
  ['Reset', resetUsers],
])('%s', (_, command) => {
  const passed = async () => {
    await putOut();
    await sql('UPDATE user_access SET end_date = now()::date - 5 WHERE user_id = $1', [person.id]);
  };
  const endOf = async () => {
    const [row] = await sql<{ day: string | null }>(
      'SELECT end_date::text AS day FROM user_access WHERE user_id = $1',
      [person.id],
    );
    return row?.day;
  };

  it.each<[string, string | null | undefined, string, string | null]>([
    ['is refused without a new one', undefined, 'end-date-passed', ''],
    ['is refused with one that has passed too', '2020-01-01', 'end-date-passed', ''],
    ['is done with a later one', '2999-01-01', 'done', '2999-01-01'],
    ['is done without any from now on', null, 'done', null],
  ])('after a passed end date %s', async (_name, endDate, outcome, end) => {
    await passed();
    const before = await endOf();
    const input = { ...set(), ...(endDate !== undefined && { endDate }) };
    expect(await outcomeOf(command(admin, input))).toBe(outcome);
    expect(await accessOf(person.id)).toMatchObject({ is_active: outcome === 'done' });
    expect(await endOf()).toBe(outcome === 'done' ? end : before);
  });

  it('leaves an end date that has not passed as it is', async () => {
    await putOut();
    await sql(`UPDATE user_access SET end_date = '2990-01-01' WHERE user_id = $1`, [person.id]);
    expect(await outcomeOf(command(admin, { ...set(), endDate: null }))).toBe('done');
    expect(await endOf()).toBe('2990-01-01');
  });

  it('revives no session, unlocks nobody, gives no right, and is not found outside the scope', async () => {
    await makeSession(person.id);
    await putOut();
    await sql(`UPDATE user_access SET locked_at = now(), lock_reason = 'x' WHERE user_id = $1`, [
      person.id,
    ]);
    const stranger = actorOf(await makePerson({ right: 'user_admin' }));
    expect(await outcomeOf(command(stranger, set()))).toBe('not-found');
    await command(admin, set());
    expect(await sessionEndsOf(person.id)).toEqual(['deactivated']);
    expect(await accessOf(person.id)).toMatchObject({ locked_at: expect.any(Date) as Date });
    expect(
      await sql('SELECT is_staff, admin_right FROM user_access WHERE user_id = $1', [person.id]),
    ).toEqual([{ is_staff: false, admin_right: null }]);
  });
});
