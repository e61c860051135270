import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { deleteUsers } from '@/lib/people/commands';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import {
  assign,
  makeContract,
  type AssignmentOptions,
  type ContractOptions,
} from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf, auditOf } from '@/tests/state';
import { deactivateUsers, lockUsers } from './commands';
import { assertDone, type PersonOutcome } from './outcome';
import type { PeopleSet } from './schema';

let company: TestCompany;
let admin: Actor;
beforeAll(async () => {
  company = await makeCompany();
  admin = actorOf(await makePerson({ right: 'user_admin', company }));
});

type Command = (actor: Actor, set: PeopleSet) => Promise<PersonOutcome[]>;
const COMMANDS: [string, Command][] = [
  ['deactivate', deactivateUsers],
  ['delete', deleteUsers],
];

async function seated(assignment: AssignmentOptions, contract: ContractOptions = {}) {
  const person = await makePerson({ company });
  const made = await makeContract(company, contract);
  await assign(made, person, assignment);
  return { person, contract: made };
}

const stateOf = async (userId: string) =>
  (await sql('SELECT is_active FROM assignments WHERE user_id = $1', [userId])).map(
    ({ is_active }) => is_active,
  );

describe.each(COMMANDS)('security 61: %s', (_, command) => {
  it.each<[string, AssignmentOptions, ContractOptions?]>([
    ['an approver', { approver: true }],
    ['a named manager', { namedManager: true }],
    ['both, of party 2', { approver: true, namedManager: true, party: 2 }],
    ['of a practice contract', { approver: true }, { isPractice: true }],
  ])('is refused to %s, who keeps everything', async (_name, assignment, contract) => {
    const { person } = await seated(assignment, contract);
    const outcomes = await command(admin, { userIds: [person.id] });
    expect(outcomes).toEqual([{ userId: person.id, outcome: 'key-person' }]);
    expect(() => assertDone(outcomes)).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(await accessOf(person.id)).toMatchObject({ is_active: true });
    expect(await stateOf(person.id)).toEqual([true]);
    expect(await auditOf(person.id)).toEqual([]);
  });

  it.each<[string, AssignmentOptions, ContractOptions?]>([
    ['of an archived contract', { approver: true }, { archived: true }],
    ['of an inactive assignment', { approver: true, isActive: false }],
    ['who is ordinary', {}],
  ])('is done to one %s', async (_name, assignment, contract) => {
    const { person } = await seated(assignment, contract);
    const outcomes = await command(admin, { userIds: [person.id] });
    expect(outcomes).toEqual([{ userId: person.id, outcome: 'done' }]);
  });

  it('leaves the key persons of a set, of other companies’ contracts too, and does the rest', async () => {
    const [plain, guest] = [await makePerson({ company }), await makePerson({ company })];
    await assign(await makeContract(await makeCompany()), guest, { approver: true, party: 2 });
    const { person } = await seated({ namedManager: true });
    const outcomes = await command(admin, { userIds: [plain.id, guest.id, person.id] });
    expect(Object.fromEntries(outcomes.map((each) => [each.userId, each.outcome]))).toEqual({
      [plain.id]: 'done',
      [guest.id]: 'key-person',
      [person.id]: 'key-person',
    });
  });

  it('waits for whoever gives them a seat, and is refused then', async () => {
    const { person, contract } = await seated({});
    const outcome = inOpenTransaction(
      `WITH held AS (SELECT 1 FROM user_access WHERE user_id = $1 FOR SHARE)
       UPDATE assignments SET is_approver = TRUE
       WHERE user_id = $1 AND contract_id = $2 AND EXISTS (SELECT 1 FROM held)`,
      [person.id, contract.id],
      async (commit) => {
        const pending = command(admin, { userIds: [person.id] });
        await untilSomebodyWaits();
        await commit();
        return pending;
      },
    );
    expect(await outcome).toEqual([{ userId: person.id, outcome: 'key-person' }]);
  });
});

it('a lock of a key person is done, and touches no assignment (spec §9)', async () => {
  const { person } = await seated({ approver: true });
  const outcomes = await lockUsers(admin, { userIds: [person.id], reason: 'Phone lost' });
  expect(outcomes).toEqual([{ userId: person.id, outcome: 'done' }]);
  expect(await stateOf(person.id)).toEqual([true]);
});
