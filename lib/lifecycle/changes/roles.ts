import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import type { AccessChange } from '../change';
import { countEdit, inReach, otherCompany } from './given';

const hasRole = (roleId: string) => Prisma.sql`EXISTS (
  SELECT 1 FROM user_roles r WHERE r.user_id = a.user_id AND r.role_id = ${roleId}::uuid)`;

/** The role by name, and the groups that come or go with it, of those that meet a condition. */
const namesWith = (roleId: string, condition: Prisma.Sql) => Prisma.sql`jsonb_build_object(
  'roles', jsonb_build_array((SELECT r.name FROM platform_roles r WHERE r.id = ${roleId}::uuid)),
  'groups', (SELECT coalesce(jsonb_agg(g.name ORDER BY g.name), '[]')
    FROM platform_role_groups b JOIN access_groups g ON g.id = b.group_id
    WHERE b.role_id = ${roleId}::uuid AND ${condition}))`;

const NOT_IN = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM user_groups m WHERE m.user_id = a.user_id AND m.group_id = b.group_id)`;

/** In the group by a role, and by no other than this; over `m` (user_groups). */
const byThisAlone = (roleId: string) => Prisma.sql`m.source = 'role' AND NOT EXISTS (
  SELECT 1 FROM user_roles o JOIN platform_role_groups x ON x.role_id = o.role_id
  WHERE o.user_id = m.user_id AND o.role_id <> ${roleId}::uuid AND x.group_id = m.group_id)`;

const ofRole = (actor: Actor, roleId: string) =>
  ({
    permission: 'users.update',
    action: 'user.roles-changed',
    requires: inReach(actor, 'role', roleId),
    looksFurther: true,
  }) as const;

/** Gives people of its company a platform role, with the groups it brings. */
export const addRole = (actor: Actor, roleId: string): AccessChange => ({
  ...ofRole(actor, roleId),
  refused: otherCompany('role', roleId),
  already: hasRole(roleId),
  kept: Prisma.sql`NULL::jsonb`,
  after: namesWith(roleId, NOT_IN),
  also: async (tx, done) => {
    await tx.$executeRaw`
      INSERT INTO user_roles (user_id, role_id)
      SELECT d.user_id, ${roleId}::uuid FROM (${done}) AS d (user_id)`;
    await tx.$executeRaw`
      INSERT INTO user_groups (user_id, group_id, source)
      SELECT d.user_id, b.group_id, 'role'
      FROM (${done}) AS d (user_id) CROSS JOIN platform_role_groups b
      WHERE b.role_id = ${roleId}::uuid ON CONFLICT DO NOTHING`;
    await countEdit(tx, done);
  },
});

/** Takes a platform role, and the groups that came by roles and no other role of theirs brings. */
export const removeRole = (actor: Actor, roleId: string): AccessChange => ({
  ...ofRole(actor, roleId),
  already: Prisma.sql`NOT ${hasRole(roleId)}`,
  kept: namesWith(
    roleId,
    Prisma.sql`EXISTS (SELECT 1 FROM user_groups m
      WHERE m.user_id = a.user_id AND m.group_id = b.group_id AND ${byThisAlone(roleId)})`,
  ),
  after: Prisma.sql`NULL::jsonb`,
  also: async (tx, done) => {
    await tx.$executeRaw`
      DELETE FROM user_groups m USING platform_role_groups b
      WHERE b.role_id = ${roleId}::uuid AND m.group_id = b.group_id AND m.user_id IN (${done})
        AND ${byThisAlone(roleId)}`;
    await tx.$executeRaw`
      DELETE FROM user_roles WHERE role_id = ${roleId}::uuid AND user_id IN (${done})`;
    await countEdit(tx, done);
  },
});
