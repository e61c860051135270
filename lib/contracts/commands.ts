import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { now } from '@/lib/core/clock';
import { isUniqueViolation, Prisma, sqlState, type Transaction } from '@/lib/core/db';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import { settleContracts } from '@/lib/tasks/settle';
import { assertSeen, changesOf, wantedOf } from './conflict';
import { assertOpen, holdContract, holdSeats } from './hold';
import type { UnheldSeats } from './labels';
import { contractStanding } from './queries';
import type { ContractEdit, ContractState, NewContract } from './schema';

const FOREIGN_KEY = '23503'; // foreign_key_violation: the company is gone

/** What the database refused, at its field. */
function fieldError(error: unknown): unknown {
  if (isUniqueViolation(error)) {
    return invalid({ number: 'The company has a contract with this number already.' });
  }
  return sqlState(error) === FOREIGN_KEY ? notFound('This company') : error;
}

/** Opens a contract of a company; returns its id. Refuses a number that it has, whatever the case. */
export async function createContract(actor: Actor, input: NewContract): Promise<string> {
  const { companyId, ...after } = input;
  assertCan(actor, 'contracts.create', { companyId });
  try {
    return await actorTransaction({ actor }, async (tx) => {
      const { id } = await tx.contract.create({ data: input, select: { id: true } });
      await record(tx, actor, {
        action: 'contract.created',
        subjectType: 'contract',
        subjectId: id,
        companyId,
        after,
      });
      return id;
    });
  } catch (error) {
    throw fieldError(error);
  }
}

// Whoever gives a threshold holds the contract as well: none comes between.
async function assertCurrencyFree(tx: Transaction, contractId: string, now: string) {
  const { thresholds } = await contractStanding(contractId, tx);
  if (thresholds === 0) return;
  const whose =
    thresholds === 1 ? 'One person has a threshold' : `${thresholds} people have thresholds`;
  throw invalid({ currency: `${whose} in ${now}. Set every threshold to 0 first.` });
}

const write = (tx: Transaction, id: string, data: Partial<ContractState> | Archiving) =>
  tx.contract.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
type Archiving = { archivedAt: Date | null };

/**
 * Changes a contract. 404 outside the scope; a conflict that tells both versions when somebody else
 * changed it since it was seen. The currency stays once anybody has a threshold.
 */
export async function updateContract(actor: Actor, input: ContractEdit): Promise<void> {
  const { contractId } = input;
  assertCan(actor, 'contracts.update');
  try {
    await actorTransaction({ actor }, async (tx) => {
      const held = await holdContract(tx, actor, contractId);
      assertOpen(held);
      const next = wantedOf(input, held.state);
      assertSeen(input.seen, held.state, next);
      const changes = changesOf(held.state, next);
      if (!changes) return;
      if ('currency' in changes.after) {
        await assertCurrencyFree(tx, contractId, held.state.currency);
      }
      await write(tx, contractId, next);
      await record(tx, actor, {
        action: 'contract.updated',
        subjectType: 'contract',
        subjectId: contractId,
        companyId: held.companyId,
        ...changes,
      });
    });
  } catch (error) {
    throw fieldError(error);
  }
}

/** Opens or closes the task of a contract, by what is so now. */
const settle = (tx: Transaction, contractId: string) =>
  settleContracts(tx, Prisma.sql`SELECT ${contractId}::uuid`);

async function setArchived(tx: Transaction, actor: Actor, contractId: string, to: Archiving) {
  const { companyId, archivedAt } = await holdContract(tx, actor, contractId);
  if ((archivedAt === null) === (to.archivedAt === null)) {
    throw conflict(
      `Somebody else did so already: this contract is ${archivedAt ? 'archived' : 'open'}.`,
    );
  }
  await write(tx, contractId, to);
  return { companyId, before: { archivedAt: archivedAt?.toISOString() ?? null } };
}

/**
 * Archives a contract: its people stay listed, and nobody is a key person by it any more. 404 outside
 * the scope; a conflict when it is archived already.
 */
export async function archiveContract(actor: Actor, contractId: string): Promise<void> {
  assertCan(actor, 'contracts.update');
  await actorTransaction({ actor }, async (tx) => {
    const archivedAt = now();
    const changed = await setArchived(tx, actor, contractId, { archivedAt });
    await record(tx, actor, {
      action: 'contract.archived',
      subjectType: 'contract',
      subjectId: contractId,
      ...changed,
      after: { archivedAt: archivedAt.toISOString() },
    });
    await settle(tx, contractId);
  });
}

/**
 * Opens an archived contract again: approvers and named managers on it are key persons once more.
 * Returns the seats that nobody effective holds. 404 outside the scope; a conflict when it is open.
 */
export async function reopenContract(actor: Actor, contractId: string): Promise<UnheldSeats> {
  assertCan(actor, 'contracts.update');
  return actorTransaction({ actor }, async (tx) => {
    const changed = await setArchived(tx, actor, contractId, { archivedAt: null });
    await holdSeats(tx, contractId);
    const { unheld } = await contractStanding(contractId, tx);
    await record(tx, actor, {
      action: 'contract.reopened',
      subjectType: 'contract',
      subjectId: contractId,
      ...changed,
      after: { archivedAt: null },
    });
    await settle(tx, contractId);
    return unheld;
  });
}
