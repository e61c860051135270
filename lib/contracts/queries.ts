import 'server-only';
import {
  assignmentInScope,
  contractInScope,
  HAS_SEAT,
  IS_EFFECTIVE,
  isLimitedToParty2,
} from '@/lib/access/contracts';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma, type Transaction } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import type { UnheldSeats } from './labels';
import { matching, pageOf } from './list-query';
import type { ContractFilter, ContractListQuery } from './schema';

/** One contract, without the people on it. */
export type ContractDetails = {
  id: string;
  companyId: string;
  companyName: string;
  number: string;
  name: string;
  party1: string;
  party2: string;
  /** ISO 4217; thresholds are in it. */
  currency: string;
  isPractice: boolean;
  /** Null: open. */
  archivedAt: Date | null;
  version: number;
};

/** The columns of a contract, over the aliases `k` (contracts) and `o` (the company that owns it). */
const DETAILS = Prisma.sql`k.id, k.company_id AS "companyId", o.name AS "companyName", k.number,
  k.name, k.party_1 AS party1, k.party_2 AS party2, k.currency, k.is_practice AS "isPractice",
  k.archived_at AS "archivedAt", k.version`;

/** One contract. Throws 404 outside the actor's scope. */
export async function getContract(
  actor: Actor,
  contractId: string,
  tx: Transaction = db(),
): Promise<ContractDetails> {
  const [contract] = await tx.$queryRaw<ContractDetails[]>`
    SELECT ${DETAILS} FROM contracts k JOIN companies o ON o.id = k.company_id
    WHERE k.id = ${contractId}::uuid AND ${contractInScope(actor)}`;
  if (!contract) throw notFound('This contract');
  return contract;
}

/**
 * Who holds a seat as far as the actor may see them: the first by name, and how many. And is it held
 * by nobody who may enter? Of all its holders, so untold (false) to whoever sees party 2 alone.
 */
export type SeatHolders = { names: string[]; count: number; isUncovered: boolean };

export type ContractRow = ContractDetails & {
  /** Active assignments of people in the actor's scope. */
  people: number;
  approvers: SeatHolders;
  namedManagers: SeatHolders;
};

const SHOWN_HOLDERS = 2;

const holders = (actor: Actor, seat: Prisma.Sql) => Prisma.sql`jsonb_build_object(
  'names', coalesce(to_jsonb((array_agg(h.name ORDER BY h.name)
    FILTER (WHERE ${seat} AND h.is_seen))[:${SHOWN_HOLDERS}::int]), '[]'),
  'count', count(*) FILTER (WHERE ${seat} AND h.is_seen),
  'isUncovered', ${!isLimitedToParty2(actor)}::boolean AND k.archived_at IS NULL
    AND bool_or(h.is_effective) FILTER (WHERE ${seat}) IS FALSE)`;

/** One page of the contracts the actor may see, each with who is on it as far as they may see that. */
export const listContracts = (actor: Actor, query: ContractListQuery): Promise<ContractRow[]> => {
  const seen = Prisma.sql`s.is_active AND ${assignmentInScope(actor)}`;
  // Left joined, so that the planner drops what the scope does not ask about.
  const counted = Prisma.sql`FROM assignments s
    LEFT JOIN contracts k ON k.id = s.contract_id
    LEFT JOIN user_access a ON a.user_id = s.user_id WHERE ${seen}`;
  return db().$queryRaw<ContractRow[]>`
    SELECT ${DETAILS}, n.people, h.approvers, h."namedManagers"
    FROM unnest(${pageOf(actor, query, counted)}) WITH ORDINALITY AS page (id, place)
    JOIN contracts k ON k.id = page.id
    JOIN companies o ON o.id = k.company_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS people
      FROM assignments s JOIN user_access a ON a.user_id = s.user_id
      WHERE s.contract_id = k.id AND ${seen}) n
    CROSS JOIN LATERAL (
      SELECT ${holders(actor, Prisma.sql`h.is_approver`)} AS approvers,
        ${holders(actor, Prisma.sql`h.is_named_manager`)} AS "namedManagers"
      FROM (
        SELECT s.is_approver, s.is_named_manager, u.first_name || ' ' || u.last_name AS name,
          ${IS_EFFECTIVE} AS is_effective, ${assignmentInScope(actor)} AS is_seen
        FROM assignments s
        JOIN users u ON u.id = s.user_id
        JOIN user_access a ON a.user_id = s.user_id
        LEFT JOIN companies c ON c.id = a.company_id
        WHERE s.contract_id = k.id AND ${HAS_SEAT}) h) h
    ORDER BY page.place`;
};

/** How many contracts match, exactly. */
export async function countContracts(actor: Actor, filter: ContractFilter): Promise<number> {
  const [row] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM contracts k WHERE ${matching(actor, filter)}`;
  return row?.total ?? 0;
}

export type FoundContract = Pick<ContractDetails, 'id' | 'number' | 'name' | 'companyName'> & {
  isArchived: boolean;
};

/** The first few contracts whose number, name or party has the text, open ones first (⌘K). */
export const findContracts = (actor: Actor, q: string) => db().$queryRaw<FoundContract[]>`
  SELECT k.id, k.number, k.name, o.name AS "companyName", k.archived_at IS NOT NULL AS "isArchived"
  FROM contracts k JOIN companies o ON o.id = k.company_id WHERE ${matching(actor, { q, state: 'all' })}
  ORDER BY "isArchived", k.number, k.id LIMIT 8`;

/** Those on a contract, as what archiving and reopening it comes to. */
export type ContractStanding = {
  /** Active assignments. */
  people: number;
  /** Who has a threshold other than 0: the currency is fixed then. */
  thresholds: number;
  /** Approvers and named managers, by name, at most fifty. */
  keyPeople: string[];
  unheld: UnheldSeats;
};

const MOST_NAMES = 50;

/** What holds of everybody on a contract, whoever asks; the caller has checked the scope. */
export async function contractStanding(
  contractId: string,
  tx: Transaction = db(),
): Promise<ContractStanding> {
  const isHeld = (seat: Prisma.Sql) =>
    Prisma.sql`coalesce(bool_or(s.is_active AND ${seat} AND ${IS_EFFECTIVE}), FALSE)`;
  const [standing] = await tx.$queryRaw<ContractStanding[]>`
    SELECT count(*) FILTER (WHERE s.is_active)::int AS people,
      count(*) FILTER (WHERE s.threshold <> 0)::int AS thresholds,
      coalesce((array_agg(u.first_name || ' ' || u.last_name ORDER BY u.last_name, u.first_name)
        FILTER (WHERE ${HAS_SEAT}))[:${MOST_NAMES}::int], '{}') AS "keyPeople",
      jsonb_build_object('approver', NOT ${isHeld(Prisma.sql`s.is_approver`)},
        'namedManager', NOT ${isHeld(Prisma.sql`s.is_named_manager`)}) AS unheld
    FROM assignments s
    JOIN users u ON u.id = s.user_id
    JOIN user_access a ON a.user_id = s.user_id
    LEFT JOIN companies c ON c.id = a.company_id
    WHERE s.contract_id = ${contractId}::uuid`;
  if (!standing) throw notFound('This contract');
  return standing;
}
