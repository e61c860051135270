import 'server-only';
import { assertCan } from '@/lib/access/assert';
import {
  assignmentInScope,
  CONTRACT_TEXT,
  contractInScope,
  IS_SEAT,
  isLimitedToParty2,
} from '@/lib/access/contracts';
import type { AccessStatus } from '@/lib/access/decision';
import type { AdminRight } from '@/lib/access/rights';
import { accessStatusSql, inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { db, Prisma, type Transaction } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { offsetOf } from '@/lib/core/paging';
import { JUDGED, judging, type Judged } from './judge';
import type { AssignmentReference, AssignmentState } from './policy';
import type { AssignmentChanges, AssignmentListQuery, SeatReference } from './schema';
import { assertAccepted } from './refuse';
import { IS_FIT } from './successors';

/** An assignment with the contract and the person, as the lists show it. */
export type AssignmentRow = AssignmentState & {
  contractId: string;
  number: string;
  contractName: string;
  contractCompanyId: string;
  currency: string;
  isPractice: boolean;
  isArchived: boolean;
  userId: string;
  name: string;
  email: string;
  companyId: string | null;
  company: string | null;
  right: AdminRight | null;
  status: AccessStatus;
  role: string;
  version: number;
};

const ROW = Prisma.sql`k.id AS "contractId", k.number, k.name AS "contractName",
  k.company_id AS "contractCompanyId", k.currency, k.is_practice AS "isPractice",
  k.archived_at IS NOT NULL AS "isArchived", u.id AS "userId",
  u.first_name || ' ' || u.last_name AS name, u.email, a.company_id AS "companyId",
  c.name AS company, a.admin_right AS "right", ${accessStatusSql()} AS status, s.party, s.role_id AS "roleId",
  g.name AS role, s.is_active AS "isActive", trim_scale(s.threshold)::text AS threshold,
  s.email_setting AS "emailSetting", s.is_approver AS "isApprover",
  s.is_named_manager AS "isNamedManager", s.version`;

const TABLES = Prisma.sql`assignments s
  JOIN contracts k ON k.id = s.contract_id
  JOIN users u ON u.id = s.user_id
  JOIN user_access a ON a.user_id = s.user_id
  JOIN contract_roles g ON g.id = s.role_id
  LEFT JOIN companies c ON c.id = a.company_id`;

/** Has somebody's name, e-mail or phone every word of the text? */
const hasWords = (text: string): Prisma.Sql =>
  Prisma.join(
    text.split(/\s+/u).map((word) => contains(Prisma.sql`u.search`, word)),
    ' AND ',
  );

const STATES = {
  active: Prisma.sql`s.is_active`,
  inactive: Prisma.sql`NOT s.is_active`,
  key: IS_SEAT,
};

export type AssignmentPage = { rows: AssignmentRow[]; total: number };

async function pageOf(
  where: Prisma.Sql,
  query: AssignmentListQuery,
  order: Prisma.Sql,
): Promise<AssignmentPage> {
  const asked = Prisma.sql`FROM ${TABLES} WHERE ${where}
    AND ${query.state ? STATES[query.state] : Prisma.sql`TRUE`}`;
  const [rows, [count]] = await Promise.all([
    db().$queryRaw<AssignmentRow[]>`
      SELECT ${ROW} ${asked} ORDER BY ${order} LIMIT ${query.size} OFFSET ${offsetOf(query)}`,
    db().$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${asked}`,
  ]);
  return { rows, total: count?.total ?? 0 };
}

/** One page of the people on a contract whom the actor may see, by name. */
export const peopleOn = (
  actor: Actor,
  contractId: string,
  query: AssignmentListQuery,
): Promise<AssignmentPage> =>
  pageOf(
    Prisma.sql`s.contract_id = ${contractId}::uuid AND ${assignmentInScope(actor)}
      AND ${hasWords(query.q)}`,
    query,
    Prisma.sql`u.last_name, u.first_name, u.id`,
  );

/**
 * One page of the contracts of a person whom the actor may see (`getPerson` has told), by number:
 * those in the actor's scope.
 */
export const contractsOf = (
  actor: Actor,
  userId: string,
  query: AssignmentListQuery,
): Promise<AssignmentPage> =>
  pageOf(
    Prisma.sql`s.user_id = ${userId}::uuid AND ${contractInScope(actor)}
      AND ${contains(CONTRACT_TEXT, query.q)}`,
    query,
    Prisma.sql`lower(k.number), k.id`,
  );

/** One assignment. Throws 404 outside the actor's scope. */
export async function getAssignment(
  actor: Actor,
  { contractId, userId }: AssignmentReference,
): Promise<AssignmentRow> {
  const [row] = await db().$queryRaw<AssignmentRow[]>`
    SELECT ${ROW} FROM ${TABLES} WHERE s.contract_id = ${contractId}::uuid
      AND s.user_id = ${userId}::uuid AND ${assignmentInScope(actor)}`;
  if (!row) throw notFound('This person on this contract');
  return row;
}

/** On how many contracts outside the actor's scope a person is besides. */
export async function countElsewhere(actor: Actor, userId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM assignments s JOIN contracts k ON k.id = s.contract_id
    WHERE s.user_id = ${userId}::uuid AND NOT ${contractInScope(actor)}`;
  return row?.total ?? 0;
}

export type RoleChoice = { id: string; name: string; companyId: string };

/** The contract roles of these companies, by name: what the rows in scope choose from. */
export const contractRolesOf = (companyIds: string[]): Promise<RoleChoice[]> =>
  db().$queryRaw<RoleChoice[]>`
    SELECT id, name, company_id AS "companyId" FROM contract_roles
    WHERE company_id = ANY (${companyIds}::uuid[]) ORDER BY lower(name), id LIMIT 5000`;

/** Whom a seat could go to, with their threshold. */
export type Candidate = { id: string; name: string; email: string; threshold: string };

/** A seat with the first of those who may take it over, by name. */
export type SeatSuccessors = SeatReference & { candidates: Candidate[] };

const CANDIDATES = 50;

const holdsSeat = Prisma.sql`
  CASE r.seat WHEN 'approver' THEN p.is_approver ELSE p.is_named_manager END`;

/**
 * Who may take each of these seats over (spec §10): effective, on the contract, of the same party,
 * with a sufficient threshold, in the actor's scope; at most 50 a seat. A seat that is not held, or
 * outside the scope, has none.
 */
export async function successorsFor(
  actor: Actor,
  seats: SeatReference[],
  tx: Transaction = db(),
): Promise<SeatSuccessors[]> {
  const rows = await tx.$queryRaw<(Candidate & { place: number })[]>`
    SELECT r.place, f.* FROM jsonb_to_recordset(${JSON.stringify(
      seats.map((seat, place) => ({ ...seat, place })),
    )}::jsonb) AS r (place int, "contractId" uuid, "userId" uuid, seat text)
    JOIN assignments p ON p.contract_id = r."contractId" AND p.user_id = r."userId"
      AND p.is_active AND ${holdsSeat}
    CROSS JOIN LATERAL (
      SELECT u.id, u.first_name || ' ' || u.last_name AS name, u.email,
        trim_scale(s.threshold)::text AS threshold
      FROM ${TABLES}
      WHERE s.contract_id = p.contract_id AND s.user_id <> p.user_id AND k.archived_at IS NULL
        AND ${assignmentInScope(actor)} AND ${IS_FIT}
      ORDER BY u.last_name, u.first_name, u.id LIMIT ${CANDIDATES}) f
    ORDER BY r.place`;
  return seats.map((seat, at) => ({
    ...seat,
    candidates: rows.filter(({ place }) => place === at).map(({ place: _, ...one }) => one),
  }));
}

export type PersonChoice = { id: string; name: string; detail: string };

const CHOICES = 20;

/** Who could be added to a contract: active accounts in the actor's scope, not on it yet, by name. */
export const peopleToAdd = (
  actor: Actor,
  contractId: string,
  text: string,
): Promise<PersonChoice[]> =>
  db().$queryRaw<PersonChoice[]>`
    SELECT u.id, u.first_name || ' ' || u.last_name AS name, u.email AS detail
    FROM contracts k, users u JOIN user_access a ON a.user_id = u.id
    WHERE k.id = ${contractId}::uuid AND ${contractInScope(actor)} AND k.archived_at IS NULL
      AND ${inScope(actor, Prisma.sql`u.company_id`)} AND a.is_active
      AND ${hasWords(text)}
      AND NOT EXISTS (SELECT 1 FROM assignments s WHERE s.contract_id = k.id AND s.user_id = u.id)
    ORDER BY u.last_name, u.first_name, u.id LIMIT ${CHOICES}`;

/**
 * What a change would do now: the same parse, the same judging and the same refusals as the write,
 * without writing. A row for each assignment that would change.
 */
export async function verifyAssignments(
  actor: Actor,
  { rows }: AssignmentChanges,
): Promise<Judged[]> {
  assertCan(actor, isLimitedToParty2(actor) ? 'assignments.update-party2' : 'assignments.update');
  const asked = { rows, moves: [] };
  const judged = await db().$queryRaw<Judged[]>`${judging(actor, asked)} ${JUDGED}`;
  await assertAccepted(db(), judged, asked);
  return judged.filter(({ isChanged }) => isChanged);
}
