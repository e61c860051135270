import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { fromRoleAlone, groupsOf, holdersOf, lackedByHolders } from './memberships';

export type GroupChoice = {
  id: string;
  name: string;
  /** Belongs to no company. */
  isOther: boolean;
  /** Does the role bring it? */
  brought: boolean;
};

const CHOICES = 50;

/**
 * The groups for a role to bring: those it brings, those chosen (`ids`), and the first whose name
 * contains `q`, those of its company before those of none. None outside the actor's scope.
 */
export async function groupChoices(
  actor: Actor,
  { roleId, ids, q }: { roleId: string; ids: string[]; q: string },
): Promise<GroupChoice[]> {
  const mayBring = Prisma.sql`(g.company_id = r.company_id OR g.company_id IS NULL)`;
  return db().$queryRaw<GroupChoice[]>`
    WITH r AS (SELECT r.id, r.company_id FROM platform_roles r
      WHERE r.id = ${roleId}::uuid AND ${inScope(actor, Prisma.sql`r.company_id`)}),
    found AS (SELECT g.id FROM access_groups g JOIN r ON ${mayBring}
      WHERE ${contains(Prisma.sql`lower(g.name)`, q)}
      ORDER BY g.company_id IS NULL, lower(g.name) LIMIT ${CHOICES})
    SELECT g.id, g.name, g.company_id IS NULL AS "isOther", b.group_id IS NOT NULL AS brought
    FROM r JOIN access_groups g ON ${mayBring}
    LEFT JOIN platform_role_groups b ON b.role_id = r.id AND b.group_id = g.id
    WHERE b.group_id IS NOT NULL OR g.id IN (${groupsOf(ids)}) OR g.id IN (SELECT id FROM found)
    ORDER BY g.company_id IS NULL, lower(g.name)`;
}

/** A group, and how many people would come into it or leave it. */
export type GroupEffect = { name: string; people: number };

/** What a change of a role would do: to whom, in which groups, how many memberships. */
export type RoleEffect = {
  holders: number;
  come: GroupEffect[];
  go: GroupEffect[];
};

const perGroup = (roleId: string, groups: string[], memberships: Prisma.Sql) =>
  db().$queryRaw<GroupEffect[]>`
    SELECT g.name, count(m.user_id)::int AS people
    FROM platform_roles r
    JOIN access_groups g ON g.company_id = r.company_id OR g.company_id IS NULL
    LEFT JOIN (${memberships}) m ON m.group_id = g.id
    WHERE r.id = ${roleId}::uuid AND g.id IN (${groupsOf(groups)})
    GROUP BY g.id, g.name ORDER BY lower(g.name)`;

/**
 * What would happen if the role brought `added` and no longer `removed`: all it brings, when it is
 * deleted. Throws 404 outside the actor's scope; groups of another company count for nothing.
 */
export async function roleEffect(
  actor: Actor,
  { roleId, added, removed }: { roleId: string; added: string[]; removed: string[] },
): Promise<RoleEffect> {
  const [role] = await db().$queryRaw<{ holders: number }[]>`
    SELECT (SELECT count(*)::int FROM (${holdersOf(roleId)}) h) AS holders FROM platform_roles r
    WHERE r.id = ${roleId}::uuid AND ${inScope(actor, Prisma.sql`r.company_id`)}`;
  if (!role) throw notFound('This role');
  const [come, go] = await Promise.all([
    perGroup(roleId, added, lackedByHolders(roleId, groupsOf(added))),
    perGroup(roleId, removed, fromRoleAlone(roleId, groupsOf(removed))),
  ]);
  return { ...role, come, go };
}

/** How the members of a group came into it, and the first roles that bring it. */
export type GroupUse = { byRole: number; byHand: number; roles: string[] };

/** What hangs on a group; nothing outside the actor's scope. */
export async function groupUse(actor: Actor, groupId: string): Promise<GroupUse> {
  const scope = inScope(actor, Prisma.sql`g.company_id`);
  const [use] = await db().$queryRaw<GroupUse[]>`
    SELECT
      (SELECT count(*)::int FROM user_groups m WHERE m.group_id = g.id AND m.source = 'role') AS "byRole",
      (SELECT count(*)::int FROM user_groups m WHERE m.group_id = g.id AND m.source = 'manual') AS "byHand",
      ARRAY(SELECT r.name FROM platform_role_groups b JOIN platform_roles r ON r.id = b.role_id
        WHERE b.group_id = g.id AND ${inScope(actor, Prisma.sql`r.company_id`)}
        ORDER BY lower(r.name) LIMIT 10) AS roles
    FROM access_groups g WHERE g.id = ${groupId}::uuid AND ${scope}`;
  if (!use) throw notFound('This group');
  return use;
}

/** How many memberships an effect comes to. */
export const sumOf = (effects: GroupEffect[]): number =>
  effects.reduce((sum, { people }) => sum + people, 0);
