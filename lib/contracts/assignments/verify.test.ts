import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { AppError } from '@/lib/core/errors';
import { assign, contractRole, makeContract, type TestContract } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { changeAssignments } from './commands';
import { verifyAssignments } from './queries';
import { assignmentChanges } from './schema';

// What verify says is what submit does, for whatever is asked, by whomever.

let actors: Actor[];
let contracts: TestContract[];
let people: TestPerson[];
let roles: string[];

beforeAll(async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  contracts = [
    await makeContract(company),
    await makeContract(company, { currency: 'JPY' }),
    await makeContract(company, { archived: true }),
    await makeContract(other),
  ];
  people = await Promise.all([
    makePerson({ company }),
    makePerson({ company }),
    makePerson({ company, locked: true }),
    makePerson({ company, isActive: false }),
    makePerson({ company: other }),
    makePerson({ company }),
    makePerson({ company: null }),
  ]);
  roles = [
    await contractRole(company.id),
    await contractRole(company.id, 'Another'),
    await contractRole(other.id),
  ];
  const limited = await makePerson({ right: 'party2_user_admin', company });
  const rights = ['superuser', 'organisation_admin', 'user_admin'] as const;
  const others = await Promise.all(rights.map((right) => makePerson({ right, company })));
  actors = [...others, limited].map((person) => actorOf(person));
  for (const contract of contracts) await assign(contract, limited, { party: 2, threshold: '100' });
});

/** Everybody but the last two on every contract again, as at the beginning. */
async function restart() {
  await sql('DELETE FROM assignments WHERE user_id = ANY ($1)', [people.map(({ id }) => id)]);
  for (const contract of contracts) {
    for (const [at, person] of people.slice(0, 5).entries()) {
      await assign(contract, person, {
        party: at % 2 === 0 ? 1 : 2,
        isActive: at !== 3,
        threshold: String(at * 50),
        approver: at < 2,
        namedManager: at === 0,
      });
    }
  }
}

const all = () => sql('SELECT * FROM assignments ORDER BY contract_id, user_id');

const optionally = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });

const change = fc.record({
  contract: fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 3),
  person: fc.constantFrom(0, 0, 1, 1, 2, 2, 2, 3, 4, 4, 5, 5, 6),
  isOdd: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  isStale: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  party: optionally(fc.constantFrom(1, 2)),
  role: optionally(fc.constantFrom(0, 0, 0, 1, 1, 1, 2)),
  isActive: optionally(fc.boolean()),
  threshold: optionally(fc.constantFrom('0', '50', '100', '150.5', '1,000', '75', '10', '0.001')),
  emailSetting: optionally(fc.constantFrom('immediate', 'daily', 'none')),
  isApprover: optionally(fc.boolean()),
  isNamedManager: optionally(fc.boolean()),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function rowOf({ contract, person, isOdd, isStale, role, ...fields }: Change) {
  const reference = { contractId: contracts[contract]!.id, userId: people[person]!.id };
  const given = Object.fromEntries(
    Object.entries({ ...fields, roleId: role === undefined ? undefined : roles[role] }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  // The last two are on no contract yet.
  return person >= 5 !== isOdd
    ? { ...reference, party: 2, roleId: roles[0], ...given, version: null }
    : { ...reference, ...given, version: isStale ? 2 : 1 };
}

const answerOf = (attempt: Promise<unknown[]>) =>
  attempt.then(
    (rows) => ({ rows }),
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      const { code, message, fields, versions } = error;
      return { refused: { code, message, fields, versions } };
    },
  );

describe('verifyAssignments', () => {
  it('answers what submit then does, and writes nothing', { timeout: 120_000 }, async () => {
    const seen = { done: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.nat(3),
        fc.uniqueArray(change, {
          minLength: 1,
          maxLength: 3,
          selector: ({ contract, person }) => contract * 10 + person,
        }),
        async (who, changes) => {
          await restart();
          const before = await all();
          const input = assignmentChanges.parse({ rows: changes.map(rowOf) });
          const verified = await answerOf(verifyAssignments(actors[who]!, input));
          expect(await all()).toEqual(before);
          const submitted = await answerOf(
            changeAssignments(actors[who]!, input).then((rows) =>
              rows.filter((row) => row.isChanged),
            ),
          );
          expect(submitted).toEqual(verified);
          const after = await all();
          const changed = after.filter(
            (row) => !before.some((old) => JSON.stringify(old) === JSON.stringify(row)),
          );
          expect(changed).toHaveLength('rows' in verified ? verified.rows.length : 0);
          seen['rows' in verified ? 'done' : 'refused'] += 1;
        },
      ),
      { numRuns: 200 },
    );
    expect(seen.done).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(20);
  });
});
