import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import { assignmentsBack, groupsBack, latest, membershipsBack, rolesBack } from './comes-back';
import type { AssignmentOutcome, MembershipOutcome, SeatOutcome } from './labels';

export type KeptAssignment = {
  contractId: string;
  number: string;
  name: string;
  isPractice: boolean;
  currency: string;
  party: 1 | 2;
  /** Null: deleted since. */
  role: string | null;
  /** An exact decimal. */
  threshold: string;
  /** In which the threshold was kept, where the contract's is another one now: it is 0 then. */
  formerCurrency: string | null;
  emailSetting: 'immediate' | 'daily' | 'none';
  /** The seats; null: not held. */
  approver: SeatOutcome | null;
  namedManager: SeatOutcome | null;
  outcome: AssignmentOutcome;
};

/** A role or group; without a name it was deleted since, or is of a company beyond the actor's scope. */
export type KeptMembership = { name: string | null; outcome: MembershipOutcome };

export type RestorePreview = {
  /** When the account was deactivated; null: nothing was kept then. */
  takenAt: Date | null;
  /** Those of the lowest numbers. */
  assignments: KeptAssignment[];
  /** How many more there are, by what becomes of them. */
  more: { outcome: AssignmentOutcome; count: number }[];
  /** Of contracts that the actor does not see: how many more there are, which do not come back. */
  elsewhere: number;
  roles: KeptMembership[];
  groups: KeptMembership[];
  /** The groups they will be in, by hand or by the roles. */
  membership: string[];
};

const LISTED = 200;

const numbered = (actor: Actor, people: Prisma.Sql) => Prisma.sql`(
  SELECT b.*, row_number() OVER (PARTITION BY b.is_seen ORDER BY b.number, b.contract_id) AS n
  FROM (${assignmentsBack(actor, people)}) AS b)`;

const assignmentsOf = (actor: Actor, people: Prisma.Sql) =>
  db().$queryRaw<KeptAssignment[]>`
    SELECT b.contract_id AS "contractId", b.number, b.name, b.is_practice AS "isPractice",
      b.currency, b.party, b.role, b.threshold::text, b.email_setting AS "emailSetting",
      b.former_currency AS "formerCurrency", b.approver, b.named_manager AS "namedManager", b.outcome
    FROM ${numbered(actor, people)} AS b WHERE b.is_seen AND b.n <= ${LISTED}::int ORDER BY b.n`;

/** How many more there are, by outcome; null: not seen by the actor. */
const restOf = (actor: Actor, people: Prisma.Sql) =>
  db().$queryRaw<{ outcome: AssignmentOutcome | null; count: number }[]>`
    SELECT CASE WHEN b.is_seen THEN b.outcome END AS outcome, count(*)::int AS count
    FROM ${numbered(actor, people)} AS b WHERE NOT b.is_seen OR b.n > ${LISTED}::int
    GROUP BY 1 ORDER BY 1`;

const named = (rows: Prisma.Sql) => db().$queryRaw<KeptMembership[]>`
  SELECT b.name, b.outcome FROM (${rows}) AS b ORDER BY lower(b.name), b.outcome`;

/**
 * What Restore would do for somebody now: what comes back, and what not and why. The caller has made
 * sure that the actor may act on them.
 */
export async function restorePreview(actor: Actor, userId: string): Promise<RestorePreview> {
  const people = Prisma.sql`SELECT ${userId}::uuid AS user_id`;
  const [[taken], assignments, rest, roles, groups, memberships] = await Promise.all([
    db().$queryRaw<{ takenAt: Date }[]>`
      SELECT l.taken_at AS "takenAt" FROM (${latest(people)}) AS l`,
    assignmentsOf(actor, people),
    restOf(actor, people),
    named(rolesBack(actor, people)),
    named(groupsBack(actor, people)),
    db().$queryRaw<{ name: string }[]>`
      SELECT g.name FROM (${membershipsBack(actor, people)}) AS b JOIN access_groups g ON g.id = b.group_id
      ORDER BY lower(g.name)`,
  ]);
  return {
    takenAt: taken?.takenAt ?? null,
    assignments,
    more: rest.flatMap(({ outcome, count }) => (outcome ? [{ outcome, count }] : [])),
    elsewhere: rest.find(({ outcome }) => outcome === null)?.count ?? 0,
    roles,
    groups,
    membership: memberships.map(({ name }) => name),
  };
}
