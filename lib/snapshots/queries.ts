import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import { assignmentsBack, groupsBack, latest, membershipsBack, rolesBack } from './comes-back';
import type { AssignmentOutcome, MembershipOutcome } from './labels';

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
  emailSetting: 'immediate' | 'daily' | 'none';
  isApprover: boolean;
  isNamedManager: boolean;
  /** Seats that somebody else holds by now: the assignment comes back as an ordinary one. */
  approverFilled: boolean;
  managerFilled: boolean;
  outcome: AssignmentOutcome;
};

/** A role or group; without a name it was deleted since. */
export type KeptMembership = { name: string | null; outcome: MembershipOutcome };

export type RestorePreview = {
  /** When the account was deactivated; null: nothing was kept then. */
  takenAt: Date | null;
  assignments: KeptAssignment[];
  /** Of contracts that the actor does not see: how many more there are, which do not come back. */
  elsewhere: number;
  roles: KeptMembership[];
  groups: KeptMembership[];
  /** The groups they will be in, by hand or by the roles. */
  membership: string[];
};

const assignmentsOf = (actor: Actor, people: Prisma.Sql) =>
  db().$queryRaw<(KeptAssignment & { isSeen: boolean })[]>`
    SELECT b.contract_id AS "contractId", b.number, b.name, b.is_practice AS "isPractice",
      b.currency, b.party, b.role, b.threshold::text, b.email_setting AS "emailSetting",
      b.is_approver AS "isApprover", b.is_named_manager AS "isNamedManager",
      b.approver_filled AS "approverFilled", b.manager_filled AS "managerFilled", b.outcome,
      b.is_seen AS "isSeen"
    FROM (${assignmentsBack(actor, people)}) AS b ORDER BY b.number, b.contract_id`;

const named = (rows: Prisma.Sql) => db().$queryRaw<KeptMembership[]>`
  SELECT b.name, b.outcome FROM (${rows}) AS b ORDER BY lower(b.name), b.outcome`;

/**
 * What Restore would do for somebody now: what comes back, and what not and why. The caller has made
 * sure that the actor may act on them.
 */
export async function restorePreview(actor: Actor, userId: string): Promise<RestorePreview> {
  const people = Prisma.sql`SELECT ${userId}::uuid AS user_id`;
  const [[taken], all, roles, groups, memberships] = await Promise.all([
    db().$queryRaw<{ takenAt: Date }[]>`
      SELECT l.taken_at AS "takenAt" FROM (${latest(people)}) AS l`,
    assignmentsOf(actor, people),
    named(rolesBack(people)),
    named(groupsBack(people)),
    db().$queryRaw<{ name: string }[]>`
      SELECT g.name FROM (${membershipsBack(people)}) AS b JOIN access_groups g ON g.id = b.group_id
      ORDER BY lower(g.name)`,
  ]);
  return {
    takenAt: taken?.takenAt ?? null,
    assignments: all.filter(({ isSeen }) => isSeen).map(({ isSeen: _, ...seen }) => seen),
    elsewhere: all.filter(({ isSeen }) => !isSeen).length,
    roles,
    groups,
    membership: memberships.map(({ name }) => name),
  };
}
