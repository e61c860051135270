import { expect } from '@playwright/test';
import { assign, contractRole, makeContract } from '@/tests/contracts';
import { makeCompany, makePerson, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';
import { builtAction } from '../support/build';
import { submit, WAYS, type Fields } from '../support/call';
import { contractOf, rowOf } from '../support/deeds/of-assignments';
import type { Doer } from '../support/deeds/deed';
import { outcomeOf } from '../support/outcome';
import { test, type House } from '../support/test';

// Security 34: an administrator of party 2 alone, asking the actions themselves, without a screen.

type Limited = Doer & { token: string };

async function limited(): Promise<Limited> {
  const company = await makeCompany();
  const person = await makePerson({ company, right: 'party2_user_admin' });
  const { token, id } = await makeSession(person.id);
  return { company, person, sessionId: id, token };
}

const all = () => sql('SELECT * FROM assignments ORDER BY contract_id, user_id');

/** Asks, both ways, and expects that nothing on any contract is another than before. */
async function refused(house: House, { token }: Limited, name: string, fields: Fields) {
  const action = builtAction(house.root, `people/actions.ts#${name}`);
  const own = Object.keys(fields).filter((field) => field.startsWith('seen.'));
  const contracts = own.map((field) => field.split('.')[1] ?? '');
  const touched = [...contracts, ...[fields.contractId ?? []].flat()];
  const state = async () =>
    (await all()).filter((row) => touched.includes(String(row.contract_id)));
  const before = await state();
  const answers: string[] = [];
  for (const way of WAYS) {
    const answer = await submit(house, token, action, fields, { way });
    if (way === 'called') answers.push(outcomeOf(answer));
    expect(await state()).toEqual(before);
  }
  return answers[0];
}

const changes: [string, Parameters<typeof rowOf>[1], Fields, string][] = [
  ['the party', {}, { party: '1' }, 'forbidden'],
  ['an approver', {}, { isApprover: ['off', 'on'] }, 'forbidden'],
  ['a named manager', {}, { isNamedManager: ['off', 'on'] }, 'forbidden'],
  ['a seat away', { approver: true }, { isApprover: 'off' }, 'forbidden'],
  ['somebody of party 1', { party: 1 }, { threshold: '5' }, 'not-found'],
  ['a threshold above their own', {}, { threshold: '1000.01' }, 'refused'],
  ['a field that is none', {}, { companyId: 'x' }, 'forbidden'],
];

for (const [what, options, sent, outcome] of changes) {
  test(`security 34: changes not ${what}`, async ({ house }) => {
    const doer = await limited();
    const { fields } = await rowOf(doer, options, sent);
    expect(await refused(house, doer, 'changeAssignmentsAction', fields)).toBe(outcome);
  });
}

test('security 34: not their own row, not on other contracts', async ({ house }) => {
  const doer = await limited();
  const { fields, contract, userId } = await rowOf(doer, {}, { threshold: '5' });
  const as = (contractId: string, personId: string): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name.replace(contract.id, contractId).replace(userId, personId),
        value,
      ]),
    );
  const own = as(contract.id, doer.person?.id ?? '');
  expect(await refused(house, doer, 'changeAssignmentsAction', own)).toBe('forbidden');
  const other = await makeContract(doer.company);
  await assign(other, { id: userId }, { party: 2 });
  const elsewhere = as(other.id, userId);
  expect(await refused(house, doer, 'changeAssignmentsAction', elsewhere)).toBe('not-found');
});

test('security 34: adds only as party 2, without a seat, of their own company', async ({
  house,
}) => {
  const doer = await limited();
  const { id: contractId } = await contractOf(doer);
  const { id: userId } = await makePerson({ company: doer.company });
  const roleId = await contractRole(doer.company.id);
  const form = { contractId, userId, roleId, party: '2', threshold: '0', emailSetting: 'daily' };
  const add = (fields: Fields) => refused(house, doer, 'addPersonAction', { ...form, ...fields });
  expect(await add({ party: '1' })).toBe('forbidden');
  expect(await add({ isApprover: 'on' })).toBe('forbidden');
  expect(await add({ isNamedManager: 'on' })).toBe('forbidden');
  expect(await add({ threshold: '1000.01' })).toBe('refused');
  for (const stranger of [await makePerson(), await makePerson({ company: null })]) {
    expect(await add({ userId: stranger.id })).toBe('not-found');
  }
});

test('security 34: replaces nobody', async ({ house }) => {
  const doer = await limited();
  const contract = await contractOf(doer);
  const [from, to] = [
    await makePerson({ company: doer.company }),
    await makePerson({ company: doer.company }),
  ];
  await assign(contract, from, { party: 2, approver: true });
  await assign(contract, to, { party: 2 });
  const fields = { contractId: contract.id, fromUserId: from.id, approver: to.id };
  expect(await refused(house, doer, 'replaceSeatsAction', fields)).toBe('forbidden');
});
