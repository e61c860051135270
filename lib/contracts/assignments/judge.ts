import 'server-only';
import {
  assignmentInScope,
  contractInScope,
  IS_EFFECTIVE,
  isLimitedToParty2,
} from '@/lib/access/contracts';
import { holds } from '@/lib/access/rights';
import { inScope, isAbove } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import { decimalsOf, type AssignmentState } from './policy';
import type { AssignmentRow, Replacement } from './schema';
import { UNFIT } from './successors';
import { assignmentInWords } from './words';

/** What is asked for: rows to add or change, and seats to move. */
export type Asked = { rows: AssignmentRow[]; moves: Replacement[] };

/** Why a row is not changed; the first that applies. */
export type Refusal =
  | 'not-found'
  | 'forbidden'
  | 'yourself'
  | 'above-you'
  | 'archived'
  | 'already-there'
  | 'stale'
  | 'role-gone'
  | 'decimals'
  | 'key-person'
  | 'last-approver'
  | 'last-named-manager'
  | 'account-deactivated'
  | 'seat-not-effective'
  | 'above-yours'
  | 'not-held'
  | 'successor-inactive'
  | 'not-effective'
  | 'other-party'
  | 'lower-threshold';

/** An assignment in words, as the screen and the audit show it. */
export type InWords = Partial<
  Record<'party' | 'role' | 'threshold' | 'emailSetting', string> &
    Record<'isActive' | 'isApprover' | 'isNamedManager', boolean>
>;

/** One row judged: what there is, what would be, and why not. */
export type Judged = {
  contractId: string;
  userId: string;
  kind: 'new' | 'edit' | 'move';
  number: string;
  currency: string;
  name: string;
  refusal: Refusal | null;
  isChanged: boolean;
  /** What changes, in words; `before` is null of somebody new. */
  before: InWords | null;
  after: InWords;
  /** As it stands, with its version; null of somebody new. */
  now: (AssignmentState & { version: number }) | null;
};

type Row = {
  contract_id: string;
  user_id: string;
  kind: Judged['kind'];
  version?: number | null;
} & {
  is_approver?: boolean | undefined;
  is_named_manager?: boolean | undefined;
};

const flagOf = ({ seat }: Replacement, value: boolean) =>
  seat === 'approver' ? { is_approver: value } : { is_named_manager: value };

/** The rows that seats to move come to: each person once, however many seats they give and take. */
function rowsOfMoves(moves: Replacement[]): Row[] {
  const rows = new Map<string, Row>();
  const set = (userId: string, move: Replacement, value: boolean) => {
    const key = `${move.contractId} ${userId}`;
    const row = rows.get(key) ?? { contract_id: move.contractId, user_id: userId, kind: 'move' };
    rows.set(key, { ...row, ...flagOf(move, value) });
  };
  for (const move of moves) {
    set(move.fromUserId, move, false);
    set(move.toUserId, move, true);
  }
  return [...rows.values()];
}

const rowOf = (row: AssignmentRow): Row & Record<string, unknown> => ({
  contract_id: row.contractId,
  user_id: row.userId,
  kind: row.version === null ? 'new' : 'edit',
  version: row.version,
  party: row.party,
  role_id: row.roleId,
  is_active: row.isActive,
  threshold: row.threshold,
  email_setting: row.emailSetting,
  is_approver: row.isApprover,
  is_named_manager: row.isNamedManager,
});

const asJson = (value: unknown) => Prisma.sql`${JSON.stringify(value)}::jsonb`;

const ASKED = Prisma.sql`(contract_id uuid, user_id uuid, kind text, version int, party smallint,
  role_id uuid, is_active boolean, threshold numeric, email_setting email_setting,
  is_approver boolean, is_named_manager boolean)`;

let odd: Record<string, number> | undefined;

/** The currencies whose amounts have other than two decimals. */
const oddDecimals = () =>
  (odd ??= Object.fromEntries(
    Intl.supportedValuesOf('currency')
      .map((currency) => [currency, decimalsOf(currency)] as const)
      .filter(([, decimals]) => decimals !== 2),
  ));

// `r` what is asked, `k` the contract, `s` what there is, `n` what would be, `a` and `c` the person's
// access and company, `g` the role that would be, `mine` the actor's own assignment.
const TABLES = (actor: Actor) => Prisma.sql`
  FROM asked r
  LEFT JOIN contracts k ON k.id = r.contract_id AND ${contractInScope(actor)}
  LEFT JOIN assignments s ON s.contract_id = r.contract_id AND s.user_id = r.user_id
  LEFT JOIN users u ON u.id = r.user_id
  LEFT JOIN user_access a ON a.user_id = r.user_id
  LEFT JOIN companies c ON c.id = a.company_id
  LEFT JOIN assignments mine ON mine.contract_id = r.contract_id
    AND mine.user_id = ${actor.userId}::uuid AND mine.is_active
  CROSS JOIN LATERAL (SELECT coalesce(r.party, s.party) AS party,
    coalesce(r.role_id, s.role_id) AS role_id, coalesce(r.is_active, s.is_active) AS is_active,
    coalesce(r.threshold, s.threshold) AS threshold,
    coalesce(r.email_setting, s.email_setting) AS email_setting,
    coalesce(r.is_approver, s.is_approver, FALSE) AS is_approver,
    coalesce(r.is_named_manager, s.is_named_manager, FALSE) AS is_named_manager) AS n
  CROSS JOIN LATERAL (SELECT
    s.user_id IS NULL OR (s.party, s.role_id, s.is_active, s.threshold, s.email_setting,
      s.is_approver, s.is_named_manager) IS DISTINCT FROM (n.party, n.role_id, n.is_active,
      n.threshold, n.email_setting, n.is_approver, n.is_named_manager) AS is_changed,
    coalesce(s.is_active AND s.is_approver, FALSE) AS approved,
    coalesce(s.is_active AND s.is_named_manager, FALSE) AS managed,
    n.is_active AND n.is_approver AS approves, n.is_active AND n.is_named_manager AS manages,
    n.is_active AND NOT coalesce(s.is_active, FALSE) AS comes) AS d
  LEFT JOIN contract_roles g ON g.id = n.role_id AND g.company_id = k.company_id
  LEFT JOIN contract_roles was ON was.id = s.role_id
  LEFT JOIN left_over l ON l.contract_id = r.contract_id`;

// Of a condition that is neither true nor false, too, nobody is let in.
const NOT_FOUND = (actor: Actor) => Prisma.sql`
  WHEN k.id IS NULL OR a.user_id IS NULL OR CASE r.kind
    WHEN 'new' THEN (${inScope(actor, Prisma.sql`a.company_id`)}) IS NOT TRUE
    ELSE s.user_id IS NULL OR (${assignmentInScope(actor)}) IS NOT TRUE END THEN 'not-found'`;

/** What an administrator of party 2 alone may not ask for at all (spec §11, security 34). */
const FORBIDDEN = (actor: Actor) => Prisma.sql`
  WHEN r.user_id = ${actor.userId}::uuid OR r.kind = 'move'
    OR r.is_approver IS NOT NULL OR r.is_named_manager IS NOT NULL
    OR (r.kind = 'new' AND r.party <> 2) OR (r.kind = 'edit' AND r.party IS NOT NULL)
    OR (d.comes AND (d.approves OR d.manages)) THEN 'forbidden'`;

const ABOVE_YOURS = Prisma.sql`
  WHEN (d.comes OR n.threshold IS DISTINCT FROM s.threshold)
    AND n.threshold > coalesce(mine.threshold, -1) THEN 'above-yours'`;

const MOVED = Prisma.sql`CASE
  WHEN EXISTS (SELECT 1 FROM moves m WHERE m.from_user_id = m.to_user_id) THEN 'not-held'
  WHEN EXISTS (SELECT 1 FROM moves m WHERE m.contract_id = r.contract_id
      AND m.from_user_id = r.user_id
      AND NOT CASE m.seat WHEN 'approver' THEN d.approved ELSE d.managed END) THEN 'not-held'
  ELSE (SELECT min(v.refusal) FROM moves m
    JOIN assignments p ON p.contract_id = m.contract_id AND p.user_id = m.from_user_id
    CROSS JOIN LATERAL (SELECT CASE ${UNFIT} END AS refusal) v
    WHERE m.contract_id = r.contract_id AND m.to_user_id = r.user_id) END`;

// Nobody takes from somebody above them, nor gives themselves what others would have to (security 35).
const OUT_OF_REACH = (actor: Actor) => Prisma.sql`
  ${
    holds(actor, 'assignments.update-guests')
      ? Prisma.empty
      : Prisma.sql`WHEN r.user_id = ${actor.userId}::uuid THEN 'yourself'`
  }
  WHEN ${isAbove(actor)} AND (r.kind = 'edit' AND d.is_changed
    OR d.approved AND NOT d.approves OR d.managed AND NOT d.manages) THEN 'above-you'`;

// Whom they do not see on the contract, and what hinders an account, is not theirs to know.
const UNSEEN = Prisma.sql`
  WHEN r.kind = 'new' AND (s.party <> 2 OR NOT a.is_active) THEN 'not-found'`;

const refusal = (actor: Actor): Prisma.Sql => {
  const limited = isLimitedToParty2(actor);
  return Prisma.sql`CASE
    ${NOT_FOUND(actor)}
    ${limited ? Prisma.sql`${FORBIDDEN(actor)} ${UNSEEN}` : Prisma.empty}
    ${OUT_OF_REACH(actor)}
    WHEN k.archived_at IS NOT NULL THEN 'archived'
    WHEN r.kind = 'new' AND s.user_id IS NOT NULL THEN 'already-there'
    WHEN r.kind = 'edit' AND d.is_changed AND s.version <> r.version THEN 'stale'
    WHEN g.id IS NULL THEN 'role-gone'
    WHEN scale(trim_scale(n.threshold)) > coalesce((${asJson(oddDecimals())} ->> k.currency::text)::int, 2)
      AND n.threshold IS DISTINCT FROM s.threshold THEN 'decimals'
    WHEN (d.approved OR d.managed) AND (n.is_approver OR n.is_named_manager)
      AND (NOT n.is_active OR n.role_id <> s.role_id OR n.party <> s.party) THEN 'key-person'
    WHEN r.kind = 'move' THEN ${MOVED}
    WHEN d.approved AND NOT d.approves AND NOT coalesce(l.approver, FALSE) THEN 'last-approver'
    WHEN d.managed AND NOT d.manages AND NOT coalesce(l.manager, FALSE) THEN 'last-named-manager'
    WHEN d.comes AND NOT a.is_active THEN 'account-deactivated'
    WHEN (d.approves AND NOT d.approved OR d.manages AND NOT d.managed)
      AND NOT ${IS_EFFECTIVE} THEN 'seat-not-effective'
    ${limited ? ABOVE_YOURS : Prisma.empty} END`;
};

const [S, N] = [Prisma.raw('s'), Prisma.raw('n')];
const [WAS, WILL] = [Prisma.raw('was'), Prisma.raw('g')];

/**
 * CTEs that judge what is asked, on the state that would be afterwards: `judged` has a row for each,
 * with why it is refused, or null. Read alone it verifies; in the write it decides.
 */
export const judging = (actor: Actor, { rows, moves }: Asked): Prisma.Sql => Prisma.sql`
  WITH asked AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(${asJson([...rows.map(rowOf), ...rowsOfMoves(moves)])})
      AS r ${ASKED}),
  moves AS MATERIALIZED (
    SELECT "contractId" AS contract_id, "fromUserId" AS from_user_id, "toUserId" AS to_user_id, seat
    FROM jsonb_to_recordset(${asJson(moves)})
      AS m ("contractId" uuid, "fromUserId" uuid, "toUserId" uuid, seat text)),
  -- Which seats somebody effective would hold afterwards.
  left_over AS MATERIALIZED (
    SELECT x.contract_id, bool_or(coalesce(r.is_approver, s.is_approver)) AS approver,
      bool_or(coalesce(r.is_named_manager, s.is_named_manager)) AS manager
    FROM (
      SELECT contract_id, user_id FROM assignments
      WHERE contract_id IN (SELECT contract_id FROM asked) AND (is_approver OR is_named_manager)
      UNION SELECT contract_id, user_id FROM asked) x
    LEFT JOIN assignments s ON s.contract_id = x.contract_id AND s.user_id = x.user_id
    LEFT JOIN asked r ON r.contract_id = x.contract_id AND r.user_id = x.user_id
    JOIN user_access a ON a.user_id = x.user_id
    LEFT JOIN companies c ON c.id = a.company_id
    WHERE coalesce(r.is_active, s.is_active) AND ${IS_EFFECTIVE}
    GROUP BY x.contract_id),
  judged AS MATERIALIZED (
    SELECT r.contract_id, r.user_id, r.kind, k.company_id, k.number, k.currency,
      u.first_name || ' ' || u.last_name AS name, s.version, n.*, d.is_changed,
      CASE WHEN s.user_id IS NOT NULL THEN w.before END AS before, w.after,
      CASE WHEN s.user_id IS NOT NULL THEN jsonb_build_object('party', s.party,
        'roleId', s.role_id, 'isActive', s.is_active,
        'threshold', trim_scale(s.threshold)::text, 'emailSetting', s.email_setting,
        'isApprover', s.is_approver, 'isNamedManager', s.is_named_manager,
        'version', s.version) END AS now,
      ${refusal(actor)} AS refusal
    ${TABLES(actor)}
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_object_agg(old.key, old.value), '{}') AS before,
        coalesce(jsonb_object_agg(young.key, young.value), '{}') AS after
      FROM jsonb_each(${assignmentInWords(S, WAS)}) old JOIN jsonb_each(${assignmentInWords(N, WILL)}) young USING (key)
      WHERE s.user_id IS NULL OR old.value <> young.value) w)`;

/** What `judging` found, a row for each that was asked for. */
export const JUDGED = Prisma.sql`
  SELECT contract_id AS "contractId", user_id AS "userId", kind, coalesce(number, '') AS number,
    coalesce(currency, '') AS currency, coalesce(name, '') AS name, refusal,
    is_changed AS "isChanged", before, after, now
  FROM judged ORDER BY number, contract_id, name, user_id`;
