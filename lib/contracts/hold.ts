import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { contractInScope, HAS_SEAT } from '@/lib/access/contracts';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import { conflict, notFound } from '@/lib/core/errors';
import type { ContractState } from './schema';

/** A contract as it is while the transaction holds it. */
export type HeldContract = { companyId: string; archivedAt: Date | null; state: ContractState };

/**
 * Holds a contract until the transaction ends: nobody on it changes meanwhile. Throws 404 outside
 * the actor's scope, 403 without the right.
 */
export async function holdContract(
  tx: Transaction,
  actor: Actor,
  contractId: string,
): Promise<HeldContract> {
  type Row = ContractState & Omit<HeldContract, 'state'>;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT k.company_id AS "companyId", k.archived_at AS "archivedAt", k.number, k.name,
      k.party_1 AS party1, k.party_2 AS party2, k.currency, k.is_practice AS "isPractice"
    FROM contracts k WHERE k.id = ${contractId}::uuid AND ${contractInScope(actor)}
    FOR NO KEY UPDATE`;
  if (!row) throw notFound('This contract');
  const { companyId, archivedAt, ...state } = row;
  assertCan(actor, 'contracts.update', { companyId });
  return { companyId, archivedAt, state };
}

/** Refuses to change what is archived. */
export function assertOpen({ archivedAt }: HeldContract): void {
  if (archivedAt) throw conflict('This contract is archived. Reopen it first.');
}

/**
 * Holds the access of everybody with a seat on the contract, so that no deactivation falls between
 * what is judged and what is written. After the contract itself, in the order of people: the order
 * in which seats are locked everywhere.
 */
export async function holdSeats(tx: Transaction, contractId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM user_access WHERE user_id IN (
      SELECT s.user_id FROM assignments s
      WHERE s.contract_id = ${contractId}::uuid AND ${HAS_SEAT})
    ORDER BY user_id FOR SHARE`;
}
