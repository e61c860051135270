import 'server-only';
import { recordSet, type Recorder } from '@/lib/audit/commands';
import { Prisma } from '@/lib/core/db';

const ENTRY = Prisma.sql`jsonb_build_object('contractId', e.contract_id, 'party', e.party,
  'roleId', e.role_id, 'threshold', e.threshold::text, 'emailSetting', e.email_setting,
  'isApprover', e.is_approver, 'isNamedManager', e.is_named_manager, 'currency', e.currency)`;

// What each row of what was taken adds to the person's lists. United and grouped rather than joined:
// the planner knows nothing of how much was taken, and of joins would choose one that takes for ever.
const PARTS = Prisma.sql`
  SELECT e.user_id, ${ENTRY} AS assignment, NULL::jsonb AS role, NULL::jsonb AS membership,
    NULL::text AS role_name, NULL::text AS group_name
  FROM ended e
  UNION ALL
  SELECT e.user_id, NULL, to_jsonb(e.role_id), NULL, r.name, NULL
  FROM gone_roles e JOIN platform_roles r ON r.id = e.role_id
  UNION ALL
  SELECT e.user_id, NULL, NULL, jsonb_build_object('groupId', e.group_id, 'source', e.source),
    NULL, g.name
  FROM gone_groups e JOIN access_groups g ON g.id = e.group_id
  UNION ALL
  SELECT d.user_id, NULL, NULL, NULL, NULL, NULL FROM people d`;

const listOf = (column: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`
  jsonb_agg(${column} ORDER BY ${order}) FILTER (WHERE ${column} IS NOT NULL)`;

const LISTS = Prisma.sql`
  SELECT p.user_id, count(p.assignment) AS ended,
    ${listOf(Prisma.sql`p.assignment`, Prisma.sql`p.assignment ->> 'contractId'`)} AS assignments,
    ${listOf(Prisma.sql`p.role`, Prisma.sql`p.role`)} AS roles,
    ${listOf(Prisma.sql`p.membership`, Prisma.sql`p.membership ->> 'groupId'`)} AS groups,
    ${listOf(Prisma.sql`p.role_name`, Prisma.sql`p.role_name`)} AS role_names,
    ${listOf(Prisma.sql`p.group_name`, Prisma.sql`p.group_name`)} AS group_names
  FROM (${PARTS}) AS p GROUP BY p.user_id`;

/** What was taken from those from whom anything was: contracts as a number, the rest by name. */
const TAKEN = Prisma.sql`
  SELECT l.user_id, a.company_id, NULL::jsonb AS after, jsonb_strip_nulls(jsonb_build_object(
    'assignments', nullif(l.ended, 0), 'roles', l.role_names, 'groups', l.group_names)) AS before
  FROM lists l JOIN user_access a ON a.user_id = l.user_id
  WHERE l.ended > 0 OR l.roles IS NOT NULL OR l.groups IS NOT NULL`;

/**
 * Takes active assignments, roles and groups away from people (`done` selects their ids), whom the
 * caller holds, and keeps them as they were: one snapshot each, and an audit row of what was taken
 * (spec §9). One statement, whatever their number.
 */
export const takeAccess = (recorder: Recorder, done: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH people AS MATERIALIZED (${done}),
  ended AS (
    UPDATE assignments s SET is_active = FALSE, version = s.version + 1, updated_at = now()
    FROM people d, contracts k
    WHERE s.user_id = d.user_id AND s.is_active AND k.id = s.contract_id
    RETURNING s.*, k.currency),
  gone_groups AS (
    DELETE FROM user_groups m USING people d WHERE m.user_id = d.user_id RETURNING m.*),
  gone_roles AS (
    DELETE FROM user_roles m USING people d WHERE m.user_id = d.user_id RETURNING m.*),
  lists AS MATERIALIZED (${LISTS}),
  kept AS (
    INSERT INTO access_snapshots (user_id, taken_by_id, assignments, groups, roles)
    SELECT l.user_id, ${recorder.userId}::uuid, coalesce(l.assignments, '[]'),
      coalesce(l.groups, '[]'), coalesce(l.roles, '[]')
    FROM lists l)
  ${recordSet(recorder, 'user.access-taken', TAKEN)}`;
