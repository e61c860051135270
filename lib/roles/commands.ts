import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record, recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { conflict } from '@/lib/core/errors';
import { assertBrings, broughtBy, setBrought } from './brought';
import { assertNamed, holdGroup, holdRole } from './hold';
import {
  counted,
  fromRoleAlone,
  given,
  groupsOf,
  holdersOf,
  lackedByHolders,
  MEMBERSHIP_CHANGES,
  roleTaken,
  taken,
} from './memberships';
import type { GroupToDelete, RoleGroupsChange, RoleToDelete } from './schema';

const otherNow = (what: string) =>
  conflict(`${what} Nothing was changed. Load the page again to see what it would do now.`);

type Counts = { people: number; come: number; go: number };

async function changeMemberships(tx: Transaction, actor: Actor, lost: Prisma.Sql, won: Prisma.Sql) {
  const [counts] = await tx.$queryRaw<Pick<Counts, 'come' | 'go'>[]>`
    WITH lost AS (${taken(lost)}), won AS (${given(won)}),
    audited AS (${recordSet(actor, 'user.groups-changed', MEMBERSHIP_CHANGES)}),
    counted AS (${counted(Prisma.sql`SELECT user_id FROM lost UNION SELECT user_id FROM won`)})
    SELECT (SELECT count(*)::int FROM won) AS come, (SELECT count(*)::int FROM lost) AS go`;
  return counts ?? { come: 0, go: 0 };
}

/**
 * Changes which groups a role brings, and the memberships of its holders with it: those who lack what
 * it brings newly get it, what came from it alone goes, hand-given ones stay (spec §1). Returns its
 * company. Refuses groups of another; a conflict when the role, or what it would do, has changed.
 */
export async function changeRoleGroups(actor: Actor, input: RoleGroupsChange): Promise<string> {
  assertCan(actor, 'structure.update');
  const { roleId, groups } = input;
  return actorTransaction({ actor, lane: 'sets' }, async (tx) => {
    const { companyId } = await holdRole(tx, actor, roleId);
    const before = await broughtBy(tx, roleId);
    assertBrings(before, input.from);
    const after = await setBrought(tx, { roleId, companyId, groups });
    const { come, go } = await changeMemberships(
      tx,
      actor,
      fromRoleAlone(roleId, groupsOf(input.from.filter((id) => !groups.includes(id)))),
      lackedByHolders(roleId, groupsOf(groups.filter((id) => !input.from.includes(id)))),
    );
    if (come !== input.come || go !== input.go) {
      throw otherNow(`Its holders changed meanwhile: ${come} memberships would come and ${go} go.`);
    }
    await record(tx, actor, {
      action: 'role.groups-changed',
      subjectType: 'role',
      subjectId: roleId,
      companyId,
      before: { groups: before.map(({ name }) => name).join(', ') },
      after: { groups: after.map(({ name }) => name).join(', '), come, go },
    });
    return companyId;
  });
}

/** Takes a role from all its holders, with the memberships that came from it alone. */
async function takeRole(tx: Transaction, actor: Actor, roleId: string, name: string) {
  const brought = Prisma.sql`SELECT group_id FROM platform_role_groups WHERE role_id = ${roleId}::uuid`;
  const [counts] = await tx.$queryRaw<Counts[]>`
    WITH held AS MATERIALIZED (${holdersOf(roleId)}),
    lost AS (${taken(fromRoleAlone(roleId, brought))}),
    gone AS (DELETE FROM user_roles WHERE role_id = ${roleId}::uuid),
    audited AS (${recordSet(actor, 'user.roles-changed', roleTaken(name))}),
    counted AS (${counted(Prisma.sql`SELECT user_id FROM held`)})
    SELECT (SELECT count(*)::int FROM held) AS people, (SELECT count(*)::int FROM lost) AS go`;
  return counts ?? { people: 0, go: 0 };
}

/**
 * Deletes a role: its holders lose it, and the memberships that came from it alone. Those who hold
 * it make its name be typed; a conflict when they are not as many as were shown. Returns its company.
 */
export async function deleteRole(actor: Actor, input: RoleToDelete): Promise<string> {
  assertCan(actor, 'structure.update');
  const { roleId } = input;
  return actorTransaction({ actor, lane: 'sets' }, async (tx) => {
    const { name, companyId } = await holdRole(tx, actor, roleId);
    assertNamed(input.people, name, input.name);
    const { people, go } = await takeRole(tx, actor, roleId, name);
    if (people !== input.people || go !== input.memberships) {
      throw otherNow(`It is held by ${people} people now, who would lose ${go} memberships.`);
    }
    await tx.platformRole.delete({ where: { id: roleId } });
    await record(tx, actor, {
      action: 'role.deleted',
      subjectType: 'role',
      subjectId: roleId,
      companyId,
      before: { name, people, memberships: go },
    });
    return companyId;
  });
}

/**
 * Deletes a group of a company, or one of none: its members leave it, and no role brings it any
 * more. Members make its name be typed; a conflict when they are not as many as were shown. Returns
 * its company.
 */
export async function deleteGroup(actor: Actor, input: GroupToDelete): Promise<string | null> {
  const { groupId } = input;
  assertCan(actor, 'structure.update');
  return actorTransaction({ actor, lane: 'sets' }, async (tx) => {
    const { name, companyId } = await holdGroup(tx, actor, groupId);
    assertNamed(input.people, name, input.name);
    const members = Prisma.sql`SELECT user_id, group_id FROM user_groups WHERE group_id = ${groupId}::uuid`;
    const { go } = await changeMemberships(tx, actor, members, NOBODY);
    if (go !== input.people) throw otherNow(`It has ${go} members now.`);
    await tx.accessGroup.delete({ where: { id: groupId } });
    await record(tx, actor, {
      action: 'group.deleted',
      subjectType: 'group',
      subjectId: groupId,
      companyId,
      before: { name, people: go },
    });
    return companyId;
  });
}

const NOBODY = Prisma.sql`SELECT NULL::uuid AS user_id, NULL::uuid AS group_id WHERE FALSE`;
