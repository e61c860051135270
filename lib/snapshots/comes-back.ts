import 'server-only';
import { assignmentInScope, contractInScope, IS_EFFECTIVE } from '@/lib/access/contracts';
import { holds } from '@/lib/access/rights';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';

// What the latest snapshots of people would bring back, and what not and why: one source for the
// preview and for what Restore writes. `people` selects their ids.

/** The latest snapshot of each; of whoever has none, nothing. */
export const latest = (people: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (x.user_id) x.user_id, x.taken_at, x.assignments, x.groups, x.roles
  FROM access_snapshots x WHERE x.user_id IN (${people}) ORDER BY x.user_id, x.id DESC`;

/** Does somebody else hold this seat on the contract by now? */
const filled = (seat: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT 1 FROM assignments o WHERE o.contract_id = s.contract_id AND o.user_id <> s.user_id
    AND o.is_active AND o.${seat})`;

/** What becomes of a seat that was kept; null of one that was not held. */
const seatOutcome = (kept: Prisma.Sql, seat: Prisma.Sql) => Prisma.sql`
  CASE WHEN NOT ${kept} THEN NULL
    WHEN ${filled(seat)} THEN 'filled'
    WHEN NOT s.${seat} THEN 'taken-away'
    WHEN NOT ${IS_EFFECTIVE} THEN 'kept-out'
    ELSE 'back' END`;

// As they are once activated, which nobody is whose last day has passed.
const ACTIVATED = Prisma.sql`(
  SELECT user_id, company_id, locked_at, start_date, directory_allows, TRUE AS is_active,
    NULL::date AS end_date FROM user_access)`;

/**
 * The assignments kept: role, party, threshold and e-mail setting as they come back, what becomes of
 * the seats, and `outcome`. A threshold in another currency than the contract's now is 0. Never
 * beyond the actor's rights (security 35).
 */
export const assignmentsBack = (actor: Actor, people: Prisma.Sql): Prisma.Sql => {
  const mayChange = holds(actor, 'assignments.update');
  return Prisma.sql`
    SELECT l.user_id, s.contract_id, e.party, e."roleId" AS role_id,
      CASE WHEN e.currency <> k.currency THEN 0::numeric(19, 4) ELSE e.threshold END AS threshold,
      CASE WHEN e.currency <> k.currency THEN e.currency END AS former_currency,
      e."emailSetting" AS email_setting, k.number, k.name, k.currency, r.name AS role,
      k.is_practice, ${contractInScope(actor)} AS is_seen,
      ${seatOutcome(Prisma.sql`e."isApprover"`, Prisma.sql`is_approver`)} AS approver,
      ${seatOutcome(Prisma.sql`e."isNamedManager"`, Prisma.sql`is_named_manager`)} AS named_manager,
      CASE WHEN NOT (${mayChange}::boolean AND ${assignmentInScope(actor)}) THEN 'beyond-rights'
        WHEN k.archived_at IS NOT NULL THEN 'archived'
        WHEN r.id IS NULL THEN 'role-deleted'
        ELSE 'back' END AS outcome
    FROM (${latest(people)}) AS l
    JOIN ${ACTIVATED} AS a ON a.user_id = l.user_id
    LEFT JOIN companies c ON c.id = a.company_id
    CROSS JOIN LATERAL jsonb_to_recordset(l.assignments) AS e ("contractId" uuid, party smallint,
      "roleId" uuid, threshold numeric, "emailSetting" email_setting, "isApprover" boolean,
      "isNamedManager" boolean, currency char(3))
    JOIN assignments s ON s.contract_id = e."contractId" AND s.user_id = l.user_id
    JOIN contracts k ON k.id = s.contract_id
    LEFT JOIN contract_roles r ON r.id = e."roleId" AND r.company_id = k.company_id`;
};

/** The name of what the actor may see: of no company, or of one in their scope. */
const seenName = (actor: Actor, of: Prisma.Sql) => Prisma.sql`
  CASE WHEN ${of}.company_id IS NULL OR ${inScope(actor, Prisma.sql`${of}.company_id`)}
    THEN ${of}.name END AS name`;

/** The platform roles kept, and their `outcome`: those still there, of the person's company now. */
export const rolesBack = (actor: Actor, people: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT l.user_id, r.id AS role_id, ${seenName(actor, Prisma.sql`r`)},
    CASE WHEN r.id IS NULL THEN 'deleted'
      WHEN r.company_id IS DISTINCT FROM a.company_id THEN 'other-company'
      ELSE 'back' END AS outcome
  FROM (${latest(people)}) AS l
  JOIN user_access a ON a.user_id = l.user_id
  CROSS JOIN LATERAL jsonb_array_elements_text(l.roles) AS e (id)
  LEFT JOIN platform_roles r ON r.id = e.id::uuid`;

/** Does a role that comes back bring this group now? */
const BROUGHT = Prisma.sql`EXISTS (
  SELECT 1 FROM jsonb_array_elements_text(l.roles) AS o (id)
  JOIN platform_roles r ON r.id = o.id::uuid AND r.company_id IS NOT DISTINCT FROM a.company_id
  JOIN platform_role_groups b ON b.role_id = r.id WHERE b.group_id = g.id)`;

/** The groups kept, and their `outcome`: by hand as they were, by a role as far as it brings them. */
export const groupsBack = (actor: Actor, people: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT l.user_id, g.id AS group_id, ${seenName(actor, Prisma.sql`g`)}, e.source,
    CASE WHEN g.id IS NULL THEN 'deleted'
      WHEN g.company_id IS NOT NULL AND g.company_id IS DISTINCT FROM a.company_id
        THEN 'other-company'
      WHEN e.source = 'role' AND NOT ${BROUGHT} THEN 'not-brought'
      ELSE 'back' END AS outcome
  FROM (${latest(people)}) AS l
  JOIN user_access a ON a.user_id = l.user_id
  CROSS JOIN LATERAL jsonb_to_recordset(l.groups) AS e ("groupId" uuid, source membership_source)
  LEFT JOIN access_groups g ON g.id = e."groupId"`;

/** The memberships that come back: by hand, and what the roles that come back bring now. */
export const membershipsBack = (actor: Actor, people: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT w.user_id, w.group_id, max(w.source) AS source FROM (
    SELECT user_id, group_id, source FROM (${groupsBack(actor, people)}) AS g
    WHERE g.outcome = 'back' AND g.source = 'manual'
    UNION ALL
    SELECT r.user_id, b.group_id, 'role' FROM (${rolesBack(actor, people)}) AS r
    JOIN platform_role_groups b ON b.role_id = r.role_id WHERE r.outcome = 'back') AS w
  GROUP BY w.user_id, w.group_id`;
