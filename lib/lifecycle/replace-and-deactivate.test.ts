import { describe, expect, it } from 'vitest';
import { settleAll } from '@/lib/tasks/settle';
import { assign, makeContract } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf } from '@/tests/state';
import { replaceAndDeactivate } from './replace-and-deactivate';
import { personAndSuccessors, successorField } from './schema';

/** A contract with a key person who holds both seats, and somebody who may take them over. */
async function house(options: PersonOptions = {}) {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ right: 'user_admin', company }));
  const holder = await makePerson({ company, ...options });
  const successor = await makePerson({ company });
  const contract = await makeContract(company);
  await assign(contract, holder, { approver: true, namedManager: true });
  await assign(contract, successor);
  const move = (seat: 'approver' | 'named_manager') => ({
    contractId: contract.id,
    fromUserId: holder.id,
    toUserId: successor.id,
    seat,
  });
  return { company, admin, holder, successor, contract, move };
}

const seatsOf = (contractId: string) =>
  sql(
    `SELECT user_id, is_active, is_approver, is_named_manager FROM assignments
     WHERE contract_id = $1 AND (is_approver OR is_named_manager)`,
    [contractId],
  );

describe('security 61: replacing and deactivating a key person', () => {
  it('moves all seats and deactivates', async () => {
    const { admin, holder, successor, contract, move } = await house();
    await replaceAndDeactivate(admin, {
      userId: holder.id,
      replacements: [move('approver'), move('named_manager')],
    });
    expect(await accessOf(holder.id)).toMatchObject({ is_active: false });
    expect(await seatsOf(contract.id)).toEqual([
      { user_id: successor.id, is_active: true, is_approver: true, is_named_manager: true },
    ]);
  });

  it.each(['a seat of the same contract', 'one of another company'])(
    'does nothing while they hold %s besides',
    async (what) => {
      const { admin, holder, contract, move } = await house();
      const moves = [move('approver')];
      if (what !== 'a seat of the same contract') {
        moves.push(move('named_manager'));
        await assign(await makeContract(await makeCompany()), holder, { approver: true });
      }
      const before = await seatsOf(contract.id);
      await expect(
        replaceAndDeactivate(admin, { userId: holder.id, replacements: moves }),
      ).rejects.toMatchObject({ code: 'conflict' });
      expect(await seatsOf(contract.id)).toEqual(before);
      expect(await accessOf(holder.id)).toMatchObject({ is_active: true });
    },
  );

  it('closes the task of a contract whose locked key person it replaces, in the same commit', async () => {
    const { admin, holder, contract, move } = await house({ locked: true });
    const open = () =>
      sql('SELECT 1 FROM tasks WHERE contract_id = $1 AND closed_at IS NULL', [contract.id]);
    await settleAll();
    expect(await open()).toHaveLength(1);
    await replaceAndDeactivate(admin, {
      userId: holder.id,
      replacements: [move('approver'), move('named_manager')],
    });
    expect(await open()).toHaveLength(0);
  });
});

describe('the form of successors', () => {
  const [userId, contractId, toUserId] = [1, 2, 3].map(() => crypto.randomUUID()) as [
    string,
    string,
    string,
  ];
  const name = successorField({ contractId, seat: 'approver' });

  it('is read seat by seat', () => {
    expect(personAndSuccessors.parse({ userId, [name]: toUserId })).toEqual({
      userId,
      replacements: [{ contractId, fromUserId: userId, toUserId, seat: 'approver' }],
    });
  });

  it.each<[string, object]>([
    ['none chosen', { [name]: '' }],
    ['the person themselves', { [name]: userId }],
    ['a list', { [name]: [toUserId] }],
    ['a seat that is none', { [`successor.${contractId}.boss`]: toUserId }],
    ['a contract that is none', { 'successor.x.approver': toUserId }],
    ['another field (security 36)', { [name]: toUserId, isActive: 'true' }],
    ['nothing', {}],
  ])('refuses %s', (_, fields) => {
    expect(personAndSuccessors.safeParse({ userId, ...fields }).success).toBe(false);
  });
});
