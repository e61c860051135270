import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { restorePreview } from '@/lib/snapshots/queries';
import { assign, contractRole, makeContract } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { hold, join, makeGroup, makeRole } from '@/tests/structure';
import { deactivateUsers, restoreUsers } from './commands';

// What the preview says is what Restore does, whatever happened since the deactivation.

const contracts = fc.array(
  fc.record({
    own: fc.boolean(),
    party: fc.constantFrom(1 as const, 2 as const),
    threshold: fc.constantFrom('0', '0.5', '123456789012345.1234'),
    emailSetting: fc.constantFrom('immediate' as const, 'daily' as const, 'none' as const),
    active: fc.boolean(),
    seat: fc.boolean(),
    seatFilled: fc.boolean(),
    seatTaken: fc.boolean(),
    currencyChanged: fc.boolean(),
    archivedSince: fc.boolean(),
    roleDeleted: fc.boolean(),
  }),
  { maxLength: 4 },
);
const groups = fc.array(fc.record({ ofCompany: fc.boolean(), deleted: fc.boolean() }), {
  maxLength: 3,
});
const roles = fc.array(
  fc.record({ held: fc.boolean(), bringsOther: fc.boolean(), deleted: fc.boolean() }),
  { maxLength: 3 },
);
const story = fc.record({
  contracts,
  groups,
  roles,
  moved: fc.boolean(),
  locked: fc.boolean(),
  superuser: fc.boolean(),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

let homes: [TestCompany, TestCompany];
let actors: { admin: Actor; superuser: Actor };
beforeAll(async () => {
  homes = [await makeCompany(), await makeCompany()];
  actors = {
    admin: actorOf(await makePerson({ right: 'organisation_admin', company: homes[0] })),
    superuser: actorOf(await makePerson({ right: 'superuser', company: null })),
  };
});

async function onContract(userId: string, told: Story['contracts'][number]) {
  const company = told.own ? homes[0] : homes[1];
  const contract = await makeContract(company, { archived: told.seat });
  const role = `Role of ${contract.number}`;
  const { party, threshold, emailSetting, active: isActive, seat: approver } = told;
  const options = { party, threshold, emailSetting, isActive, approver, role };
  await assign(contract, { id: userId }, options);
  return async () => {
    if (told.seat && !told.archivedSince) {
      await sql('UPDATE contracts SET archived_at = NULL WHERE id = $1', [contract.id]);
    }
    if (told.archivedSince) {
      await sql('UPDATE contracts SET archived_at = now() WHERE id = $1', [contract.id]);
    }
    if (told.seatTaken) {
      await sql('UPDATE assignments SET is_approver = FALSE WHERE contract_id = $1', [contract.id]);
    }
    if (told.currencyChanged) {
      await sql(`UPDATE contracts SET currency = 'JPY' WHERE id = $1`, [contract.id]);
    }
    if (told.seatFilled) {
      await assign(contract, await makePerson({ company }), { approver: true });
    }
    if (told.roleDeleted) {
      await sql('UPDATE assignments SET role_id = $2 WHERE contract_id = $1', [
        contract.id,
        await contractRole(company.id, 'Another'),
      ]);
      await sql('DELETE FROM contract_roles WHERE company_id = $1 AND name = $2', [
        company.id,
        role,
      ]);
    }
  };
}

async function inGroup(userId: string, { ofCompany, deleted }: Story['groups'][number]) {
  const id = await makeGroup(ofCompany ? homes[0] : null);
  await join(userId, id, 'manual');
  return async () => {
    if (deleted) await sql('DELETE FROM access_groups WHERE id = $1', [id]);
  };
}

async function withRole(userId: string, told: Story['roles'][number]) {
  const [group, other] = [await makeGroup(homes[0]), await makeGroup(homes[0])];
  const id = await makeRole(homes[0], [group]);
  if (told.held) await hold(userId, id);
  await join(userId, group, 'role');
  return async () => {
    if (told.bringsOther) {
      await sql('UPDATE platform_role_groups SET group_id = $2 WHERE role_id = $1', [id, other]);
    }
    if (told.deleted) await sql('DELETE FROM platform_roles WHERE id = $1', [id]);
  };
}

const has = (userId: string) =>
  Promise.all([
    sql(
      `SELECT contract_id AS "contractId", party, threshold::text, email_setting AS "emailSetting",
         is_approver AS "isApprover", is_named_manager AS "isNamedManager"
       FROM assignments WHERE user_id = $1 AND is_active ORDER BY contract_id`,
      [userId],
    ),
    sql(
      `SELECT r.name FROM user_roles m JOIN platform_roles r ON r.id = m.role_id
       WHERE m.user_id = $1 ORDER BY r.name`,
      [userId],
    ),
    sql(
      `SELECT g.name FROM user_groups m JOIN access_groups g ON g.id = m.group_id
       WHERE m.user_id = $1 ORDER BY g.name`,
      [userId],
    ),
  ]);

async function told(actor: Actor, userId: string) {
  const preview = await restorePreview(actor, userId);
  const assignments = preview.assignments
    .filter(({ outcome }) => outcome === 'back')
    .map(({ contractId, party, threshold, emailSetting, approver, namedManager }) => ({
      ...{ contractId, party, threshold, emailSetting },
      isApprover: approver === 'back',
      isNamedManager: namedManager === 'back',
    }))
    .sort((one, other) => (one.contractId < other.contractId ? -1 : 1));
  const roleNames = preview.roles.flatMap(({ name, outcome }) =>
    outcome === 'back' ? [{ name }] : [],
  );
  const byName = (one: { name: string | null }, other: { name: string | null }) =>
    (one.name ?? '') < (other.name ?? '') ? -1 : 1;
  return [
    assignments,
    roleNames.sort(byName),
    preview.membership.map((name) => ({ name })).sort(byName),
  ];
}

it('the preview of Restore is what it does', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(story, async (given) => {
      const person = await makePerson({ company: homes[0] });
      const later = [];
      for (const each of given.contracts) later.push(await onContract(person.id, each));
      for (const each of given.groups) later.push(await inGroup(person.id, each));
      for (const each of given.roles) later.push(await withRole(person.id, each));
      const set = { userIds: [person.id] };
      expect(await deactivateUsers(actors.admin, set)).toMatchObject([{ outcome: 'done' }]);
      for (const happen of later) await happen();
      if (given.moved) {
        await sql('UPDATE users SET company_id = $2 WHERE id = $1', [person.id, homes[1].id]);
      }
      if (given.locked) {
        await sql(
          `UPDATE user_access SET locked_at = now(), lock_reason = 'x' WHERE user_id = $1`,
          [person.id],
        );
      }
      const actor = given.superuser || given.moved ? actors.superuser : actors.admin;
      const expected = await told(actor, person.id);
      expect(await restoreUsers(actor, set)).toMatchObject([{ outcome: 'done' }]);
      expect(await has(person.id)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
