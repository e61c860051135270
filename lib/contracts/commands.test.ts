import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { deactivateUsers } from '@/lib/lifecycle/commands';
import { assign, makeContract, type TestContract } from '@/tests/contracts';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf, auditOf } from '@/tests/state';
import { archiveContract, createContract, reopenContract, updateContract } from './commands';
import { getContract } from './queries';
import { contractEdit, newContract, stateOf, type ContractState } from './schema';

let home: TestCompany;
let other: TestCompany;
let superuser: Actor;
let admin: Actor;
let userAdmin: Actor;
let auditor: Actor;
let member: Actor;

beforeAll(async () => {
  [home, other] = [await makeCompany(), await makeCompany()];
  superuser = actorOf(await makePerson({ right: 'superuser', company: null }));
  admin = actorOf(await makePerson({ right: 'organisation_admin', company: home }));
  userAdmin = actorOf(await makePerson({ right: 'user_admin', company: home }));
  auditor = actorOf(await makePerson({ right: 'auditor', company: home }));
  member = actorOf(await makePerson({ company: home }));
});

const fields = (more: Partial<ContractState> = {}): ContractState => ({
  number: `N-${randomUUID()}`,
  name: 'Harbour',
  party1: 'Client',
  party2: 'Contractor',
  currency: 'EUR',
  isPractice: false,
  ...more,
});

const rowOf = async (id: string) =>
  (
    await sql<{
      number: string;
      name: string;
      currency: string;
      version: number;
      archived: boolean;
    }>(
      'SELECT number, name, currency, version, archived_at IS NOT NULL AS archived FROM contracts WHERE id = $1',
      [id],
    )
  )[0]!;

/** An edit of what the contract is now, as its form sends it. */
async function editOf({ id }: { id: string }, change: Partial<ContractState> = {}) {
  const seen = stateOf(await getContract(superuser, id));
  return { ...seen, ...change, contractId: id, seen, take: [] };
}

const forbidden = { code: 'forbidden' };
const missing = { code: 'not_found' };

describe('creating a contract', () => {
  it('is done by the administrator of its company, with the audit', async () => {
    const input = fields({ isPractice: true });
    const id = await createContract(admin, { ...input, companyId: home.id });
    const { companyName, archivedAt, version, ...made } = await getContract(admin, id);
    expect({ companyName, archivedAt, version }).toEqual({
      companyName: home.name,
      archivedAt: null,
      version: 1,
    });
    expect(made).toEqual({ ...input, id, companyId: home.id });
    expect(await auditOf(id)).toMatchObject([
      { action: 'contract.created', actor_id: admin.userId, company_id: home.id, after: input },
    ]);
  });

  it('takes a number once in a company, whatever the case, under 20 at once', async () => {
    const number = `Ä-${randomUUID()}`;
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        createContract(i % 2 ? admin : superuser, {
          ...fields({ number: i % 3 ? number : number.toLowerCase() }),
          companyId: home.id,
        }),
      ),
    );
    const refused = tries.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(19);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({
        code: 'invalid',
        fields: { number: expect.stringContaining('already') as string },
      });
    }
    await createContract(superuser, { ...fields({ number }), companyId: other.id });
  });

  it('security 33, 35: is nothing outside the scope, nor without the right', async () => {
    const input = { ...fields(), companyId: other.id };
    await expect(createContract(admin, input)).rejects.toMatchObject(missing);
    await expect(
      createContract(superuser, { ...input, companyId: randomUUID() }),
    ).rejects.toMatchObject(missing);
    for (const actor of [userAdmin, auditor, member]) {
      await expect(createContract(actor, { ...input, companyId: home.id })).rejects.toMatchObject(
        forbidden,
      );
    }
    expect(await sql('SELECT 1 FROM contracts WHERE number = $1', [input.number])).toEqual([]);
  });

  it('security 36: takes the fields of the form alone, and currencies that there are', () => {
    const { isPractice: _, ...form } = { ...fields(), companyId: home.id };
    expect(newContract.safeParse(form).success).toBe(true);
    expect(newContract.parse({ ...form, currency: 'eur' }).currency).toBe('EUR');
    for (const wrong of [
      { archivedAt: '' },
      { version: '2' },
      { currency: 'XYZ' },
      { currency: '' },
      { number: ' ' },
      { party1: '' },
      { companyId: 'x' },
    ]) {
      expect(newContract.safeParse({ ...form, ...wrong }).success, JSON.stringify(wrong)).toBe(
        false,
      );
    }
    const edit = { ...form, companyId: undefined, contractId: home.id, seen: '{}' };
    const { companyId: __, ...whole } = edit;
    expect(contractEdit.safeParse(whole).success).toBe(true);
    expect(contractEdit.safeParse({ ...whole, companyId: home.id }).success).toBe(false);
    expect(contractEdit.safeParse({ ...whole, seen: '{"version":1}' }).success).toBe(false);
  });
});

describe('editing a contract', () => {
  it('writes what changed, and the audit of that alone', async () => {
    const contract = await makeContract(home);
    await updateContract(admin, await editOf(contract, { name: 'Bridge', currency: 'JPY' }));
    expect(await rowOf(contract.id)).toMatchObject({ name: 'Bridge', currency: 'JPY', version: 2 });
    expect(await auditOf(contract.id)).toMatchObject([
      {
        action: 'contract.updated',
        company_id: home.id,
        before: { name: 'A contract', currency: 'EUR' },
        after: { name: 'Bridge', currency: 'JPY' },
      },
    ]);
    await updateContract(admin, await editOf(contract));
    expect(await auditOf(contract.id)).toHaveLength(1);
  });

  it('security 62: a later save is told, with both versions, and nothing is lost', async () => {
    const contract = await makeContract(home);
    const mine = await editOf(contract, { name: 'Mine' });
    await updateContract(admin, await editOf(contract, { name: 'Theirs', party1: 'New client' }));
    const refused = await updateContract(superuser, mine).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'conflict',
      versions: {
        fields: [
          { name: 'name', mine: 'Mine', theirs: 'Theirs', take: false },
          { name: 'party1', mine: 'Client', theirs: 'New client', take: true },
        ],
      },
    });
    expect(await rowOf(contract.id)).toMatchObject({ name: 'Theirs', version: 2 });
    const seen = stateOf(await getContract(admin, contract.id));
    await updateContract(superuser, { ...mine, seen, take: ['party1'] });
    expect(await getContract(admin, contract.id)).toMatchObject({
      name: 'Mine',
      party1: 'New client',
      version: 3,
    });
  });

  it('security 62: of many at once, every one is written or told', async () => {
    const contract = await makeContract(home);
    const edits = await Promise.all(
      Array.from({ length: 8 }, (_, i) => editOf(contract, { name: `Name ${i}` })),
    );
    const tries = await Promise.allSettled(edits.map((edit) => updateContract(admin, edit)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await auditOf(contract.id)).toHaveLength(1);
  });

  it('refuses a number that is taken, at its field', async () => {
    const [one, two] = [await makeContract(home), await makeContract(home)];
    const edit = await editOf(two, { number: one.number.toLowerCase() });
    await expect(updateContract(admin, edit)).rejects.toMatchObject({
      fields: { number: expect.any(String) as string },
    });
  });

  it('leaves the currency once anybody has a threshold, and says why', async () => {
    const contract = await makeContract(home);
    const person = await makePerson({ company: home });
    await assign(contract, person, { threshold: '0.01', isActive: false });
    const edit = await editOf(contract, { currency: 'USD' });
    await expect(updateContract(admin, edit)).rejects.toMatchObject({
      code: 'invalid',
      fields: { currency: 'One person has a threshold in EUR. Set every threshold to 0 first.' },
    });
    await updateContract(admin, await editOf(contract, { name: 'Still free' }));
    await sql('UPDATE assignments SET threshold = 0 WHERE contract_id = $1', [contract.id]);
    await updateContract(admin, await editOf(contract, { currency: 'USD' }));
    expect(await rowOf(contract.id)).toMatchObject({ currency: 'USD', name: 'Still free' });
  });

  it('waits for a threshold that is just being given, and is then refused', async () => {
    const contract = await makeContract(home);
    await assign(contract, await makePerson({ company: home }));
    const edit = await editOf(contract, { currency: 'USD' });
    const outcome = inOpenTransaction(
      // As whoever changes an assignment: the contract first, then what is on it.
      `WITH held AS MATERIALIZED (SELECT id FROM contracts WHERE id = $1 FOR NO KEY UPDATE)
       UPDATE assignments SET threshold = 5 FROM held WHERE contract_id = held.id`,
      [contract.id],
      async (commit) => {
        const pending = updateContract(admin, edit).catch((error: unknown) => error);
        await untilSomebodyWaits();
        await commit();
        return pending;
      },
    );
    expect(await outcome).toMatchObject({ fields: { currency: expect.any(String) as string } });
    expect(await rowOf(contract.id)).toMatchObject({ currency: 'EUR' });
  });
});

const heldBy = async (contract: TestContract, seats = { approver: true, namedManager: true }) => {
  const person = await makePerson({ company: home });
  await assign(contract, person, seats);
  return person;
};

describe('archiving and reopening', () => {
  it('is done once each way, with the audit, and nothing is changed in between', async () => {
    const contract = await makeContract(home);
    await archiveContract(admin, contract.id);
    expect(await rowOf(contract.id)).toMatchObject({ archived: true, version: 2 });
    await expect(archiveContract(admin, contract.id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      updateContract(admin, await editOf(contract, { name: 'X' })),
    ).rejects.toMatchObject({ code: 'conflict' });
    await reopenContract(admin, contract.id);
    expect(await rowOf(contract.id)).toMatchObject({ archived: false, version: 3 });
    await expect(reopenContract(admin, contract.id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await auditOf(contract.id)).toMatchObject([
      { action: 'contract.archived', company_id: home.id, before: { archivedAt: null } },
      { action: 'contract.reopened', company_id: home.id, after: { archivedAt: null } },
    ]);
  });

  it('is done by one of many at once', async () => {
    const contract = await makeContract(home);
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => archiveContract(admin, contract.id)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await auditOf(contract.id)).toHaveLength(1);
  });

  it('leaves the people as they are', async () => {
    const contract = await makeContract(home);
    await heldBy(contract);
    const people = () => sql('SELECT * FROM assignments WHERE contract_id = $1', [contract.id]);
    const before = await people();
    await archiveContract(admin, contract.id);
    await reopenContract(admin, contract.id);
    expect(await people()).toEqual(before);
  });

  it('tells which seats nobody effective holds', async () => {
    const reopened = async (contract: TestContract) => {
      await archiveContract(admin, contract.id);
      return reopenContract(admin, contract.id);
    };
    const contract = await makeContract(home);
    expect(await reopened(contract)).toEqual({ approver: true, namedManager: true });
    const approver = await heldBy(contract, { approver: true, namedManager: false });
    expect(await reopened(contract)).toEqual({ approver: false, namedManager: true });
    await heldBy(contract, { approver: false, namedManager: true });
    expect(await reopened(contract)).toEqual({ approver: false, namedManager: false });
    await sql("UPDATE user_access SET locked_at = now(), lock_reason = 'x' WHERE user_id = $1", [
      approver.id,
    ]);
    expect(await reopened(contract)).toEqual({ approver: true, namedManager: false });
  });

  it('security 61: reopening waits for a deactivation under way, and sees what it did', async () => {
    const contract = await makeContract(home, { archived: true });
    const person = await heldBy(contract);
    const outcome = inOpenTransaction(
      `WITH held AS (UPDATE user_access SET is_active = FALSE WHERE user_id = $1)
       UPDATE assignments SET is_active = FALSE WHERE user_id = $1`,
      [person.id],
      async (commit) => {
        const pending = reopenContract(admin, contract.id);
        await untilSomebodyWaits();
        await commit();
        return pending;
      },
    );
    expect(await outcome).toEqual({ approver: true, namedManager: true });
  });

  it('security 61: in 50 races against a deactivation, what reopening tells of the seat holds', async () => {
    for (let round = 0; round < 50; round += 1) {
      const contract = await makeContract(home, { archived: true });
      const { id } = await heldBy(contract);
      const [unheld] = await Promise.all([
        reopenContract(admin, contract.id),
        deactivateUsers(admin, { userIds: [id] }),
      ]);
      const { is_active: isActive } = await accessOf(id);
      expect(unheld, `round ${round}`).toEqual({ approver: !isActive, namedManager: !isActive });
    }
  });

  it('security 33, 34, 35: is nothing outside the scope, nor without the right', async () => {
    const theirs = await makeContract(other);
    for (const change of [archiveContract, reopenContract]) {
      await expect(change(admin, theirs.id)).rejects.toMatchObject(missing);
      await expect(change(admin, randomUUID())).rejects.toMatchObject(missing);
    }
    await expect(updateContract(admin, await editOf(theirs))).rejects.toMatchObject(missing);
    const ours = await makeContract(home);
    const party2 = await makePerson({ company: home, right: 'party2_user_admin' });
    await assign(ours, party2, { party: 2 });
    for (const actor of [userAdmin, auditor, member, actorOf(party2)]) {
      await expect(archiveContract(actor, ours.id)).rejects.toMatchObject(forbidden);
      await expect(reopenContract(actor, ours.id)).rejects.toMatchObject(forbidden);
      await expect(updateContract(actor, await editOf(ours))).rejects.toMatchObject(forbidden);
    }
    for (const { id } of [theirs, ours]) expect(await auditOf(id)).toEqual([]);
  });
});
