import 'server-only';
import { assertActorStands } from '@/lib/access/standing';
import type { Actor } from '@/lib/core/actor';
import { Prisma, transaction, type Transaction } from '@/lib/core/db';
import { settleContracts } from '@/lib/tasks/settle';
import { holdAsked } from './hold';
import { JUDGED, judging, type Asked, type Judged } from './judge';
import { assertAccepted } from './refuse';

/** The audit rows of those written: `added` and `changed` select (user_id, company_id, before, after). */
export type AuditRows = (written: { added: Prisma.Sql; changed: Prisma.Sql }) => Prisma.Sql[];

const ofContract = Prisma.sql`
  jsonb_build_object('contractId', contract_id, 'contract', number) || after`;

const written = (isNew: Prisma.Sql) => Prisma.sql`
  SELECT f.user_id, f.company_id, f.before, ${ofContract} AS after
  FROM fit f JOIN written USING (contract_id, user_id) WHERE ${isNew}`;

/** Judges and, unless a row is refused, writes all that change, with their audit rows: one statement. */
const judgeAndWrite = (actor: Actor, asked: Asked, audit: AuditRows) => Prisma.sql`
  ${judging(actor, asked)},
  fit AS MATERIALIZED (
    SELECT * FROM judged
    WHERE is_changed AND NOT EXISTS (SELECT 1 FROM judged WHERE refusal IS NOT NULL)),
  written AS (
    INSERT INTO assignments AS s (contract_id, user_id, company_id, party, role_id, is_active,
      threshold, email_setting, is_approver, is_named_manager)
    SELECT contract_id, user_id, company_id, party, role_id, is_active, threshold, email_setting,
      is_approver, is_named_manager FROM fit
    ON CONFLICT (contract_id, user_id) DO UPDATE SET party = excluded.party,
      role_id = excluded.role_id, is_active = excluded.is_active, threshold = excluded.threshold,
      email_setting = excluded.email_setting, is_approver = excluded.is_approver,
      is_named_manager = excluded.is_named_manager, version = s.version + 1, updated_at = now()
    RETURNING s.contract_id, s.user_id)
  ${Prisma.join(
    audit({
      added: written(Prisma.sql`f.before IS NULL`),
      changed: written(Prisma.sql`f.before IS NOT NULL`),
    }).map((rows, at) => Prisma.sql`, ${Prisma.raw(`audited_${at}`)} AS (${rows})`),
    ' ',
  )}
  ${JUDGED}`;

/** The contracts on which somebody with a seat, before or after, was changed. */
function contractsWithSeats(judged: Judged[]): Prisma.Sql {
  const ids = judged
    .filter(({ isChanged, now, after }) => isChanged && (isSeated(now) || isSeated(after)))
    .map(({ contractId }) => contractId);
  return Prisma.sql`SELECT unnest(${ids}::uuid[])`;
}

const isSeated = (one: { isApprover?: boolean; isNamedManager?: boolean } | null) =>
  one?.isApprover === true || one?.isNamedManager === true;

// As quick as a page up to here; beyond, as patient as a mass change.
const FEW = 100;

/**
 * Changes assignments, all or none: holds what is judged, judges and writes, or throws what names
 * each refused row. In the caller's transaction (`within`), which goes on to change the access of
 * those people, or in one of its own. Returns what was judged.
 */
export async function writeAssignments(
  actor: Actor,
  asked: Asked,
  audit: AuditRows,
  within?: Transaction,
): Promise<Judged[]> {
  const work = async (tx: Transaction) => {
    await holdAsked(tx, actor, asked, within ? 'UPDATE' : 'SHARE');
    await assertActorStands(tx, actor);
    const judged = await tx.$queryRaw<Judged[]>(judgeAndWrite(actor, asked, audit));
    await assertAccepted(tx, judged, asked);
    return judged;
  };
  if (within) return work(within);
  const alone = async (tx: Transaction) => {
    const judged = await work(tx);
    await settleContracts(tx, contractsWithSeats(judged));
    return judged;
  };
  return transaction(alone, asked.rows.length + asked.moves.length > FEW ? 'sets' : 'pages');
}
