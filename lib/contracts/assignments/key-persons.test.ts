import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { assign, contractRole, makeContract, type AssignmentOptions } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { changeAssignments, replaceSeats } from './commands';
import { fieldName, type SeatKind } from './policy';
import { successorsFor } from './queries';
import { assignmentChanges, replacements } from './schema';

async function scene() {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ right: 'organisation_admin', company }));
  const contract = await makeContract(company);
  const on = async (options: AssignmentOptions = {}, person: PersonOptions = {}) => {
    const one = await makePerson({ company, ...person });
    await assign(contract, one, options);
    return { contractId: contract.id, userId: one.id, version: 1 };
  };
  return { company, admin, contract, on };
}

type Reference = { contractId: string; userId: string };

const change = (actor: Actor, ...rows: unknown[]) =>
  changeAssignments(actor, assignmentChanges.parse({ rows }));

const replace = (actor: Actor, from: Reference, to: Reference, seat: SeatKind = 'approver') =>
  replaceSeats(
    actor,
    replacements.parse({
      replacements: [
        { contractId: from.contractId, fromUserId: from.userId, toUserId: to.userId, seat },
      ],
    }),
  );

const approversOf = async ({ contractId }: { contractId: string }) =>
  (
    await sql<{ user_id: string }>(
      'SELECT user_id FROM assignments WHERE contract_id = $1 AND is_approver AND is_active',
      [contractId],
    )
  ).map(({ user_id }) => user_id);

const refused = (row: Reference, name: Parameters<typeof fieldName>[0] = 'row') => ({
  code: 'conflict',
  fields: { [fieldName(name, row)]: expect.any(String) as string },
});

describe('a key person', () => {
  it('is not made inactive, nor given another role or party, while a seat is held', async () => {
    const { company, admin, on } = await scene();
    for (const seat of [{ approver: true }, { namedManager: true }]) {
      const row = await on(seat);
      await on({ ...seat });
      const roleId = await contractRole(company.id, 'Another');
      for (const field of [{ isActive: false }, { roleId }, { party: 2 }]) {
        await expect(change(admin, { ...row, ...field })).rejects.toMatchObject(refused(row));
      }
      await change(admin, { ...row, threshold: '9', emailSetting: 'none' });
    }
  });

  it('gives the seat up while another effective holder remains, and is then as others are', async () => {
    const { admin, on } = await scene();
    const [ann, bob] = [await on({ approver: true }), await on({ approver: true })];
    await change(admin, { ...ann, isApprover: false, isActive: false });
    await expect(change(admin, { ...bob, isApprover: false })).rejects.toMatchObject(
      refused(bob, 'isApprover'),
    );
    expect(await approversOf(bob)).toEqual([bob.userId]);
  });

  it.each([{ locked: true }, { startDate: '2999-01-01' }, { endDate: '2001-01-01' }])(
    'does not give it up to one who may not enter: %o',
    async (state) => {
      const { admin, on } = await scene();
      const ann = await on({ approver: true });
      await on({ approver: true }, state);
      await on({ approver: true, isActive: false });
      await on({ namedManager: true });
      await expect(change(admin, { ...ann, isApprover: false })).rejects.toMatchObject(
        refused(ann, 'isApprover'),
      );
    },
  );

  it('of two who give it up at once both are refused; one for another is accepted', async () => {
    const { admin, on } = await scene();
    const [ann, bob, carl] = [
      await on({ namedManager: true }),
      await on({ namedManager: true }),
      await on(),
    ];
    const given = (row: object) => ({ ...row, isNamedManager: false });
    await expect(change(admin, given(ann), given(bob))).rejects.toMatchObject({
      fields: {
        [fieldName('isNamedManager', ann)]: expect.any(String) as string,
        [fieldName('isNamedManager', bob)]: expect.any(String) as string,
      },
    });
    await change(admin, given(ann), given(bob), { ...carl, isNamedManager: true });
  });

  it('becomes only who may enter, and nobody active of a deactivated account', async () => {
    const { admin, on, company, contract } = await scene();
    const [locked, gone] = [
      await on({}, { locked: true }),
      await on({ isActive: false }, { isActive: false }),
    ];
    await expect(change(admin, { ...locked, isApprover: true })).rejects.toMatchObject(
      refused(locked),
    );
    await expect(change(admin, { ...gone, isActive: true })).rejects.toMatchObject(
      refused(gone, 'isActive'),
    );
    const asleep = await on({ isActive: false, approver: true }, { locked: true });
    await expect(change(admin, { ...asleep, isActive: true })).rejects.toMatchObject(
      refused(asleep),
    );
    const roleId = await contractRole(company.id);
    const added = { contractId: contract.id, version: null, party: 1, roleId, isApprover: true };
    for (const state of [{ locked: true }, { isActive: false }]) {
      const { id } = await makePerson({ company, ...state });
      await expect(change(admin, { ...added, userId: id })).rejects.toMatchObject({
        code: 'conflict',
      });
    }
  });
});

describe('replaceSeats', () => {
  it('moves the seat in one step, with audit rows for both', async () => {
    const { admin, on, contract } = await scene();
    const [ann, bob] = [
      await on({ approver: true, threshold: '10' }),
      await on({ threshold: '10' }),
    ];
    await replace(admin, ann, bob);
    expect(await approversOf(ann)).toEqual([bob.userId]);
    for (const [{ userId }, isApprover] of [
      [ann, false],
      [bob, true],
    ] as const) {
      expect(await auditOf(userId)).toMatchObject([
        {
          action: 'contract.key-person-replaced',
          after: { contract: contract.number, isApprover },
        },
      ]);
    }
    await change(admin, { ...ann, version: 2, isActive: false });
  });

  it.each<[string, AssignmentOptions, PersonOptions]>([
    ['of the other party', { party: 2, threshold: '10' }, {}],
    ['with a lower threshold', { threshold: '9.99' }, {}],
    ['inactive on the contract', { threshold: '10', isActive: false }, {}],
    ['locked', { threshold: '10' }, { locked: true }],
    ['deactivated', { threshold: '10' }, { isActive: false }],
    ['of an account that is over', { threshold: '10' }, { endDate: '2001-01-01' }],
  ])('not to a successor %s; nor is one offered', async (_, options, person) => {
    const { admin, on } = await scene();
    const [ann, bob] = [await on({ approver: true, threshold: '10' }), await on(options, person)];
    await expect(replace(admin, ann, bob)).rejects.toMatchObject(refused(bob));
    expect(await approversOf(ann)).toEqual([ann.userId]);
    const seat = { contractId: ann.contractId, userId: ann.userId, seat: 'approver' as const };
    expect(await successorsFor(admin, [seat])).toEqual([{ ...seat, candidates: [] }]);
  });

  it('not from who does not hold it, not to who is not on the contract', async () => {
    const { admin, on, company } = await scene();
    const [ann, bob] = [await on({ namedManager: true }), await on()];
    await expect(replace(admin, ann, bob)).rejects.toMatchObject(refused(ann));
    const { id } = await makePerson({ company });
    await expect(
      replace(admin, ann, { ...ann, userId: id }, 'named_manager'),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('both seats at once, several contracts in one call, all or none', async () => {
    const { company, admin, on } = await scene();
    const [ann, bob] = [await on({ approver: true, namedManager: true }), await on()];
    const other = await makeContract(company);
    await assign(other, { id: ann.userId }, { approver: true });
    await assign(other, { id: bob.userId }, { party: 2 });
    const move = (contractId: string, seat: SeatKind) => ({
      ...{ contractId, seat },
      ...{ fromUserId: ann.userId, toUserId: bob.userId },
    });
    const here = [move(ann.contractId, 'approver'), move(ann.contractId, 'named_manager')];
    const of = (moves: object[]) => replacements.parse({ replacements: moves });
    await expect(
      replaceSeats(admin, of([...here, move(other.id, 'approver')])),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await approversOf(ann)).toEqual([ann.userId]);
    await replaceSeats(admin, of(here));
    expect(await approversOf(ann)).toEqual([bob.userId]);
  });

  it('not to themselves, however their id is written', async () => {
    const { admin, on } = await scene();
    const ann = await on({ approver: true });
    const shouted = { ...ann, userId: ann.userId.toUpperCase() };
    expect(() => replace(admin, ann, shouted)).toThrow('Choose somebody else');
    const move = { contractId: ann.contractId, fromUserId: ann.userId, seat: 'approver' as const };
    for (const toUserId of [ann.userId, shouted.userId]) {
      await expect(
        replaceSeats(admin, { replacements: [{ ...move, toUserId }] }),
      ).rejects.toMatchObject({ code: 'conflict' });
    }
    expect(await approversOf(ann)).toEqual([ann.userId]);
  });

  it('offers those who fit, by seat', async () => {
    const { admin, on } = await scene();
    const ann = await on({ approver: true, threshold: '10' });
    const bob = await on({ threshold: '1000' }, { firstName: 'Bob' });
    const seat = { contractId: ann.contractId, userId: ann.userId, seat: 'approver' as const };
    expect(await successorsFor(admin, [{ ...seat, seat: 'named_manager' }, seat])).toMatchObject([
      { seat: 'named_manager', candidates: [] },
      {
        seat: 'approver',
        candidates: [{ id: bob.userId, name: 'Bob Example', threshold: '1000' }],
      },
    ]);
  });

  it('not by somebody without the right, not outside the scope', async () => {
    const { on, company, contract } = await scene();
    const [ann, bob] = [await on({ approver: true }), await on({ party: 1 })];
    const limited = await makePerson({ right: 'party2_user_admin', company });
    await assign(contract, limited, { party: 2, threshold: '100' });
    await expect(replace(actorOf(limited), ann, bob)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = actorOf(await makePerson({ right: 'organisation_admin' }));
    await expect(replace(stranger, ann, bob)).rejects.toMatchObject({ code: 'not_found' });
    const seat = { contractId: ann.contractId, userId: ann.userId, seat: 'approver' as const };
    expect(await successorsFor(stranger, [seat])).toEqual([{ ...seat, candidates: [] }]);
  });
});

describe('security 35: a user administrator', () => {
  it('takes nothing from whoever holds a right above theirs', async () => {
    const { company, on } = await scene();
    const clerk = actorOf(await makePerson({ right: 'user_admin', company }));
    const above = await on({ approver: true }, { right: 'organisation_admin' });
    const successor = await on();
    await expect(change(clerk, { ...above, threshold: '5' })).rejects.toMatchObject(refused(above));
    await expect(replace(clerk, above, successor)).rejects.toMatchObject(refused(above));
    await change(clerk, { ...successor, threshold: '5' });
  });

  it('gives themselves nothing: no contract, no threshold, no seat', async () => {
    const { company, contract, on } = await scene();
    const person = await makePerson({ right: 'user_admin', company });
    const clerk = actorOf(person);
    const seated = await on({ approver: true });
    const reference = { contractId: contract.id, userId: person.id };
    const roleId = await contractRole(company.id);
    await expect(
      change(clerk, { ...reference, version: null, party: 1, roleId }),
    ).rejects.toMatchObject(refused(reference));
    await assign(contract, person);
    await expect(change(clerk, { ...reference, version: 1, threshold: '5' })).rejects.toMatchObject(
      refused(reference),
    );
    await expect(replace(clerk, seated, reference)).rejects.toMatchObject(refused(reference));
  });
});
