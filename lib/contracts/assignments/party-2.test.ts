import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { assign, contractRole, makeContract, type AssignmentOptions } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { changeAssignments } from './commands';
import { fieldName } from './policy';
import { peopleOn, peopleToAdd, verifyAssignments } from './queries';
import { assignmentChanges, assignmentListQuery } from './schema';

// The administrator's company is not the contract's: they are a guest of party 2.
async function scene() {
  const [owner, company] = [await makeCompany(), await makeCompany()];
  const contract = await makeContract(owner);
  const limited = await makePerson({ right: 'party2_user_admin', company });
  await assign(contract, limited, { party: 2, threshold: '1000' });
  const on = async (options: AssignmentOptions = {}, of: TestCompany = company) => {
    const person = await makePerson({ company: of });
    await assign(contract, person, { party: 2, ...options });
    return { contractId: contract.id, userId: person.id, version: 1 };
  };
  return { owner, company, contract, actor: actorOf(limited), on };
}

const change = (actor: Actor, ...rows: unknown[]) =>
  changeAssignments(actor, assignmentChanges.parse({ rows }));

const all = () => sql('SELECT * FROM assignments ORDER BY contract_id, user_id');

async function refuses(actor: Actor, row: unknown, code: string) {
  const before = await all();
  await expect(change(actor, row)).rejects.toMatchObject({ code });
  expect(await all()).toEqual(before);
}

describe('security 34: an administrator of party 2 alone', () => {
  it('changes active, role, threshold and e-mail setting of party 2', async () => {
    const { owner, actor, on } = await scene();
    const roleId = await contractRole(owner.id, 'Another');
    for (const row of [await on(), await on({}, owner)]) {
      await change(actor, { ...row, roleId, threshold: '1000', emailSetting: 'none' });
      await change(actor, { ...row, version: 2, isActive: false });
      await change(actor, { ...row, version: 3, isActive: true });
    }
  });

  it('adds a user of their own company as party 2', async () => {
    const { owner, company, contract, actor } = await scene();
    const [{ id }, roleId] = [await makePerson({ company }), await contractRole(owner.id)];
    const row = { contractId: contract.id, userId: id, version: null, roleId };
    await change(actor, { ...row, party: 2, threshold: '1000' });
    expect(await all()).toContainEqual(
      expect.objectContaining({ user_id: id, party: 2, is_approver: false }),
    );
  });

  it.each([
    ['party', { party: 1 }],
    ['party as it is', { party: 2 }],
    ['approver', { isApprover: true }],
    ['approver as it is', { isApprover: false }],
    ['named manager', { isNamedManager: true }],
  ])('changes no %s', async (_, field) => {
    const { actor, on } = await scene();
    await refuses(actor, { ...(await on()), ...field }, 'forbidden');
  });

  it('is not told who is on the contract as party 1, nor whose account is deactivated', async () => {
    const { owner, company, contract, actor, on } = await scene();
    const roleId = await contractRole(owner.id);
    const asked = { contractId: contract.id, version: null, party: 2, roleId };
    const there = await on({ party: 1 });
    await refuses(actor, { ...asked, userId: there.userId }, 'not_found');
    const { id } = await makePerson({ company, isActive: false });
    await refuses(actor, { ...asked, userId: id }, 'not_found');
  });

  it('takes nothing from whoever holds a right above theirs', async () => {
    const { contract, company, actor } = await scene();
    const clerk = await makePerson({ right: 'user_admin', company });
    await assign(contract, clerk, { party: 2 });
    const row = { contractId: contract.id, userId: clerk.id, version: 1 };
    await refuses(actor, { ...row, isActive: false }, 'conflict');
  });

  it('sees and changes nobody of party 1', async () => {
    const { actor, on, contract } = await scene();
    const row = await on({ party: 1 });
    await refuses(actor, { ...row, isActive: false }, 'not_found');
    const { rows } = await peopleOn(actor, contract.id, assignmentListQuery.parse({}));
    expect(rows.map(({ userId }) => userId)).toEqual([actor.userId]);
  });

  it('nothing on contracts they are not on, or no longer', async () => {
    const { owner, actor, on, contract } = await scene();
    const other = await makeContract(owner);
    const row = await on();
    await assign(other, { id: row.userId }, { party: 2 });
    await refuses(actor, { ...row, contractId: other.id, isActive: false }, 'not_found');
    await sql('UPDATE assignments SET is_active = FALSE WHERE user_id = $1', [actor.userId]);
    await refuses(actor, { ...row, isActive: false }, 'not_found');
    const added = { contractId: contract.id, version: null, party: 2 };
    const roleId = await contractRole(owner.id);
    const { id } = await makePerson({ company: { id: actor.companyId!, name: '' } });
    await refuses(actor, { ...added, userId: id, roleId }, 'not_found');
  });

  it('not their own row', async () => {
    const { actor, contract } = await scene();
    const own = { contractId: contract.id, userId: actor.userId, version: 1 };
    for (const field of [{ threshold: '1' }, { threshold: '2000' }, { isActive: false }]) {
      await refuses(actor, { ...own, ...field }, 'forbidden');
    }
  });

  it('no threshold above their own, nor anybody active with one', async () => {
    const { owner, company, actor, on, contract } = await scene();
    await refuses(actor, { ...(await on()), threshold: '1000.01' }, 'conflict');
    const above = await on({ threshold: '5000' });
    await refuses(actor, { ...above, threshold: '4000' }, 'conflict');
    await change(actor, { ...above, emailSetting: 'none' });
    const asleep = await on({ threshold: '5000', isActive: false });
    await refuses(actor, { ...asleep, isActive: true }, 'conflict');
    await change(actor, { ...asleep, isActive: true, threshold: '999' });
    const [{ id }, roleId] = [await makePerson({ company }), await contractRole(owner.id)];
    const added = { contractId: contract.id, userId: id, version: null, roleId, party: 2 };
    await refuses(actor, { ...added, threshold: '1000.01' }, 'conflict');
    await expect(change(actor, { ...added, threshold: '2000' })).rejects.toMatchObject({
      fields: { [fieldName('threshold', added)]: expect.any(String) as string },
    });
  });

  it('gives nobody a seat by making them active', async () => {
    const { actor, on } = await scene();
    const row = await on({ isActive: false, approver: true });
    await refuses(actor, { ...row, isActive: true }, 'forbidden');
  });

  it('adds nobody as party 1, with a seat, of another company, or themselves', async () => {
    const { owner, company, contract, actor } = await scene();
    const roleId = await contractRole(owner.id);
    const row = { contractId: contract.id, version: null, roleId, party: 2 };
    const { id } = await makePerson({ company });
    await refuses(actor, { ...row, userId: id, party: 1 }, 'forbidden');
    await refuses(actor, { ...row, userId: id, isApprover: true }, 'forbidden');
    await refuses(actor, { ...row, userId: id, isNamedManager: false }, 'forbidden');
    await refuses(actor, { ...row, userId: actor.userId }, 'forbidden');
    for (const stranger of [
      await makePerson({ company: owner }),
      await makePerson(),
      await makePerson({ company: null }),
    ]) {
      await refuses(actor, { ...row, userId: stranger.id }, 'not_found');
    }
    const choices = await peopleToAdd(actor, contract.id, '');
    expect(choices.map((choice) => choice.id)).toEqual([id]);
  });

  it('verifies nothing they could not do', async () => {
    const { actor, on } = await scene();
    const rows = [{ ...(await on()), isApprover: true }];
    const verified = verifyAssignments(actor, assignmentChanges.parse({ rows }));
    await expect(verified).rejects.toMatchObject({ code: 'forbidden' });
  });
});
