import 'server-only';
import { Prisma } from '@/lib/core/db';

// Memberships remember whether they came from a role or by hand (spec §1). All over ids: a query.

/** The groups of a list, as a query of their ids. */
export const groupsOf = (ids: string[]): Prisma.Sql => Prisma.sql`SELECT unnest(${ids}::uuid[])`;

/** The holders of a role, as a query of their ids. */
export const holdersOf = (roleId: string): Prisma.Sql =>
  Prisma.sql`SELECT user_id FROM user_roles WHERE role_id = ${roleId}::uuid`;

/**
 * The memberships in `groups` that holders have from this role alone: those that go when it no
 * longer brings the group. Hand-given ones stay, and what another role of theirs brings.
 */
export const fromRoleAlone = (roleId: string, groups: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT m.user_id, m.group_id FROM user_groups m
  WHERE m.source = 'role' AND m.group_id IN (${groups}) AND m.user_id IN (${holdersOf(roleId)})
    AND NOT EXISTS (
      SELECT FROM user_roles o JOIN platform_role_groups b ON b.role_id = o.role_id
      WHERE o.user_id = m.user_id AND o.role_id <> ${roleId}::uuid AND b.group_id = m.group_id)`;

/** The memberships in `groups` that holders of the role lack: those that come when it brings them. */
export const lackedByHolders = (roleId: string, groups: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT h.user_id, g.id AS group_id
  FROM user_roles h CROSS JOIN (${groups}) AS g (id)
  WHERE h.role_id = ${roleId}::uuid AND NOT EXISTS (
    SELECT FROM user_groups m WHERE m.user_id = h.user_id AND m.group_id = g.id)`;

/** The rows of user_groups that `memberships` (user_id, group_id) names, taken away and returned. */
export const taken = (memberships: Prisma.Sql): Prisma.Sql => Prisma.sql`
  DELETE FROM user_groups t USING (${memberships}) AS m
  WHERE t.user_id = m.user_id AND t.group_id = m.group_id
  RETURNING t.user_id, t.group_id`;

/** `memberships` (user_id, group_id) given as coming from a role, and returned. */
export const given = (memberships: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO user_groups (user_id, group_id, source)
  SELECT m.user_id, m.group_id, 'role' FROM (${memberships}) AS m
  ON CONFLICT DO NOTHING
  RETURNING user_id, group_id`;

const names = (which: Prisma.Sql) => Prisma.sql`
  CASE WHEN bool_or(${which}) THEN jsonb_build_object('groups',
    jsonb_agg(g.name ORDER BY g.name) FILTER (WHERE ${which})) END`;

/** What the audit keeps of people whose memberships went (`lost`) or came (`won`), both CTEs. */
export const MEMBERSHIP_CHANGES = Prisma.sql`
  SELECT m.user_id, u.company_id, ${names(Prisma.sql`m.gone`)} AS before,
    ${names(Prisma.sql`NOT m.gone`)} AS after
  FROM (SELECT user_id, group_id, TRUE AS gone FROM lost
    UNION ALL SELECT user_id, group_id, FALSE FROM won) m
  JOIN users u ON u.id = m.user_id
  JOIN access_groups g ON g.id = m.group_id
  GROUP BY m.user_id, u.company_id`;

/** What the audit keeps of the holders (`held`) of a role that is taken, with what they `lost`. */
export const roleTaken = (role: string): Prisma.Sql => Prisma.sql`
  SELECT h.user_id, u.company_id, NULL::jsonb AS after,
    jsonb_build_object('roles', jsonb_build_array(${role}::text), 'groups',
      coalesce(jsonb_agg(g.name ORDER BY g.name) FILTER (WHERE g.id IS NOT NULL), '[]')) AS before
  FROM held h
  JOIN users u ON u.id = h.user_id
  LEFT JOIN lost l ON l.user_id = h.user_id
  LEFT JOIN access_groups g ON g.id = l.group_id
  GROUP BY h.user_id, u.company_id`;

/** Counts the edit of these people, so that whoever has one of them open is told (spec §7). */
export const counted = (people: Prisma.Sql): Prisma.Sql => Prisma.sql`
  UPDATE users SET version = version + 1, updated_at = now() WHERE id IN (${people})`;
