import 'server-only';
import { contractInScope } from '@/lib/access/contracts';
import { recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { assignmentsBack, latest, membershipsBack, rolesBack } from './comes-back';

/**
 * Holds what the snapshots of people would bring back, before the people are held: contracts, so
 * that nobody fills a seat or archives meanwhile, then roles with what they bring, and groups.
 */
export async function holdWhatComesBack(
  tx: Transaction,
  actor: Actor,
  people: Prisma.Sql,
): Promise<void> {
  const kept = Prisma.sql`(${latest(people)}) AS l`;
  const roles = Prisma.sql`SELECT e.id::uuid FROM ${kept}, jsonb_array_elements_text(l.roles) e (id)`;
  await tx.$executeRaw`
    SELECT 1 FROM contracts k WHERE ${contractInScope(actor)} AND k.id IN (
      SELECT (e ->> 'contractId')::uuid FROM ${kept}, jsonb_array_elements(l.assignments) e)
    ORDER BY k.id FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    SELECT 1 FROM contract_roles r WHERE r.id IN (
      SELECT (e ->> 'roleId')::uuid FROM ${kept}, jsonb_array_elements(l.assignments) e)
    ORDER BY r.id FOR KEY SHARE`;
  await tx.$executeRaw`
    SELECT 1 FROM platform_roles r WHERE r.id IN (${roles}) ORDER BY r.id FOR KEY SHARE`;
  await tx.$executeRaw`
    SELECT 1 FROM access_groups g WHERE g.id IN (
      SELECT (e ->> 'groupId')::uuid FROM ${kept}, jsonb_array_elements(l.groups) e
      UNION SELECT b.group_id FROM platform_role_groups b WHERE b.role_id IN (${roles}))
    ORDER BY g.id FOR KEY SHARE`;
}

/** What came back to those to whom anything did: contracts as a number, the rest by name. */
const GIVEN = Prisma.sql`
  SELECT p.user_id, a.company_id, NULL::jsonb AS before, jsonb_strip_nulls(jsonb_build_object(
    'assignments', nullif(sum(p.assignments), 0),
    'roles', jsonb_agg(p.role ORDER BY p.role) FILTER (WHERE p.role IS NOT NULL),
    'groups', jsonb_agg(p.name ORDER BY p.name) FILTER (WHERE p.name IS NOT NULL))) AS after
  FROM (
    SELECT e.user_id, 1 AS assignments, NULL::text AS role, NULL::text AS name FROM woken e
    UNION ALL
    SELECT e.user_id, 0, e.name, NULL FROM roles_back e WHERE e.outcome = 'back'
    UNION ALL
    SELECT e.user_id, 0, NULL, g.name
    FROM given_groups e JOIN access_groups g ON g.id = e.group_id) AS p
  JOIN user_access a ON a.user_id = p.user_id
  GROUP BY p.user_id, a.company_id`;

/**
 * Puts back what the latest snapshots of people (`done` selects their ids) keep, as far as it comes
 * back: what is held and judged is the caller's transaction's (spec §9). One statement, with its audit rows.
 */
export function giveBack(actor: Actor, done: Prisma.Sql): Prisma.Sql {
  const people = Prisma.sql`SELECT d.user_id FROM people d`;
  return Prisma.sql`
    WITH people AS MATERIALIZED (${done}),
    back AS MATERIALIZED (SELECT * FROM (${assignmentsBack(actor, people)}) b WHERE b.outcome = 'back'),
    roles_back AS MATERIALIZED (${rolesBack(actor, people)}),
    woken AS (
      UPDATE assignments s SET is_active = TRUE, party = b.party, role_id = b.role_id,
        threshold = b.threshold, email_setting = b.email_setting,
        is_approver = b.approver IS NOT DISTINCT FROM 'back',
        is_named_manager = b.named_manager IS NOT DISTINCT FROM 'back', version = s.version + 1, updated_at = now()
      FROM back b WHERE s.contract_id = b.contract_id AND s.user_id = b.user_id
      RETURNING s.user_id),
    given_roles AS (
      INSERT INTO user_roles (user_id, role_id)
      SELECT r.user_id, r.role_id FROM roles_back r WHERE r.outcome = 'back'
      ON CONFLICT DO NOTHING),
    given_groups AS (
      INSERT INTO user_groups AS m (user_id, group_id, source)
      SELECT b.user_id, b.group_id, b.source FROM (${membershipsBack(actor, people)}) AS b
      ON CONFLICT (user_id, group_id) DO UPDATE SET source = 'manual'
        WHERE excluded.source = 'manual' AND m.source <> 'manual'
      RETURNING m.user_id, m.group_id)
    ${recordSet(actor, 'user.access-restored', GIVEN)}`;
}
