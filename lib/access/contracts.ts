import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import { holds } from './rights';
import { accessStatusSql, inScope } from './sql';

// Fragments over the aliases `k` (contracts), `s` (assignments) and `a` (user_access of s.user_id).

/** Does the holder act on party 2 alone, of the contracts they are on (spec §11)? */
export const isLimitedToParty2 = (actor: Actor): boolean =>
  !holds(actor, 'assignments.update') && holds(actor, 'assignments.update-party2');

/**
 * The contracts an actor may see: of all companies, of theirs, or those they are on (spec §11), as a
 * condition on `k`.
 */
export const contractInScope = (actor: Actor): Prisma.Sql =>
  isLimitedToParty2(actor)
    ? Prisma.sql`EXISTS (
        SELECT 1 FROM assignments mine
        WHERE mine.contract_id = k.id AND mine.user_id = ${actor.userId}::uuid AND mine.is_active)`
    : inScope(actor, Prisma.sql`k.company_id`);

/**
 * The people on a contract whom an actor may see and, with the right, change, as a condition on `k`,
 * `s` and `a`: the guests of other companies only with `assignments.update-guests`.
 */
export function assignmentInScope(actor: Actor): Prisma.Sql {
  if (isLimitedToParty2(actor)) return Prisma.sql`(${contractInScope(actor)} AND s.party = 2)`;
  if (holds(actor, 'assignments.update-guests')) return contractInScope(actor);
  return Prisma.sql`(${contractInScope(actor)} AND ${inScope(actor, Prisma.sql`a.company_id`)})`;
}

/** What the search of contracts looks through; must read as in the index contracts_search. */
export const CONTRACT_TEXT = Prisma.sql`lower(k.number || ' ' || k.name || ' ' || k.party_1 || ' ' || k.party_2)`;

/** Is this an active assignment with a seat, whether the contract is open or archived? Over `s`. */
export const HAS_SEAT = Prisma.sql`((s.is_approver OR s.is_named_manager) AND s.is_active)`;

/** Is this a seat of a key person: on an active assignment of an open contract (spec §1)? Over `s`, `k`. */
export const IS_SEAT = Prisma.sql`(${HAS_SEAT} AND k.archived_at IS NULL)`;

/** Is this person a key person? By the index assignments_seats. */
export const isKeyPerson = (userId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  EXISTS (
    SELECT 1 FROM assignments s JOIN contracts k ON k.id = s.contract_id
    WHERE s.user_id = ${userId} AND ${IS_SEAT})`;

/** May this person enter, and so act in their seats? Over `a` and `c` (their company). */
export const IS_EFFECTIVE = Prisma.sql`${accessStatusSql()} = 'active'`;

const isHeldInVain = (seat: Prisma.Sql) =>
  Prisma.sql`(bool_or(${seat}) AND NOT bool_or(${seat} AND ${IS_EFFECTIVE}))`;

/**
 * Has a contract a seat whose holders may none of them enter? Over its seats (IS_SEAT), grouped by
 * contract.
 */
export const IS_UNCOVERED = Prisma.sql`(${isHeldInVain(Prisma.sql`s.is_approver`)}
  OR ${isHeldInVain(Prisma.sql`s.is_named_manager`)})`;
