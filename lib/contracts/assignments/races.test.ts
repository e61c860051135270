import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { transaction } from '@/lib/core/db';
import { deactivateUsers, lockUsers } from '@/lib/lifecycle/commands';
import { assign, makeContract, type TestContract } from '@/tests/contracts';
import {
  actorOf,
  makeCompany,
  makePerson,
  type TestCompany,
  type TestPerson,
} from '@/tests/people';
import { sql } from '@/tests/sql';
import { changeAssignments, replaceSeats } from './commands';

const ROUNDS = 100;

beforeAll(() =>
  // Before the application connects: two who wait for each other are parted at once.
  sql(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = ''10ms''',
    current_database()); END $$`),
);

/** What must hold after whatever order: each row of the answer is a violation. */
const violations = () =>
  sql(`
    SELECT 'deactivated, but active on a contract' AS broken, s.contract_id, s.user_id
    FROM assignments s JOIN user_access a USING (user_id) WHERE s.is_active AND NOT a.is_active
    UNION ALL
    SELECT 'an open contract that had an approver has none', k.id, NULL
    FROM contracts k WHERE k.archived_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM assignments s WHERE s.contract_id = k.id AND s.is_approver AND s.is_active)`);

type Scene = { company: TestCompany; actors: [Actor, Actor] };

async function scene(): Promise<Scene> {
  const company = await makeCompany();
  const admin = async () => actorOf(await makePerson({ right: 'organisation_admin', company }));
  return { company, actors: [await admin(), await admin()] };
}

/** A contract of its own with two people on it, for one round. */
async function round({ company }: Scene, bobIsApprover: boolean) {
  const [contract, ann, bob] = await Promise.all([
    makeContract(company),
    makePerson({ company }),
    makePerson({ company }),
  ]);
  await assign(contract, ann, { approver: true });
  await assign(contract, bob, { approver: bobIsApprover });
  return { contract, ann, bob };
}

const untick = (actor: Actor, { id: contractId }: TestContract, { id: userId }: TestPerson) =>
  changeAssignments(actor, { rows: [{ contractId, userId, version: 1, isApprover: false }] });

const replace = (actor: Actor, contract: TestContract, from: TestPerson, to: TestPerson) =>
  replaceSeats(actor, {
    replacements: [
      { contractId: contract.id, fromUserId: from.id, toUserId: to.id, seat: 'approver' },
    ],
  });

/** What became of each: a refusal is expected, a failure of the house is not. */
function became(results: PromiseSettledResult<unknown>[]): string[] {
  return results.map((result) => {
    if (result.status === 'rejected') {
      expect(result.reason).toMatchObject({ code: 'conflict' });
      return 'refused';
    }
    const [first] = result.value as { outcome?: string }[];
    return first?.outcome ?? 'done';
  });
}

/** Runs both at once, the first to be asked taking turns. */
function together(at: number, one: () => Promise<unknown>, other: () => Promise<unknown>) {
  if (at % 2 === 0) return Promise.allSettled([one(), other()]);
  const second = other();
  return Promise.allSettled([one(), second]);
}

describe('security 61: seats of key persons under races', () => {
  it('replace A by B against deactivate B: never both', { timeout: 120_000 }, async () => {
    const here = await scene();
    const seen = new Set<string>();
    for (let at = 0; at < ROUNDS; at += 1) {
      const { contract, ann, bob } = await round(here, false);
      const outcomes = became(
        await together(
          at,
          () => replace(here.actors[0], contract, ann, bob),
          () => deactivateUsers(here.actors[1], { userIds: [bob.id] }),
        ),
      );
      expect(['done key-person', 'refused done']).toContain(outcomes.join(' '));
      seen.add(outcomes.join(' '));
    }
    expect(await violations()).toEqual([]);
    expect(seen.size).toBe(2);
  });

  it('untick A against untick B: one remains', { timeout: 120_000 }, async () => {
    const here = await scene();
    for (let at = 0; at < ROUNDS; at += 1) {
      const { contract, ann, bob } = await round(here, true);
      const results = await together(
        at,
        () => untick(here.actors[0], contract, ann),
        () => untick(here.actors[1], contract, bob),
      );
      expect(became(results).sort()).toEqual(['done', 'refused']);
    }
    expect(await violations()).toEqual([]);
  });

  it('untick A against deactivate or lock B: one remains', { timeout: 120_000 }, async () => {
    const here = await scene();
    for (let at = 0; at < ROUNDS; at += 1) {
      const { contract, ann, bob } = await round(here, true);
      const userIds = [bob.id];
      const results = await together(
        Math.floor(at / 2),
        () => untick(here.actors[0], contract, ann),
        () =>
          at % 2 === 0
            ? deactivateUsers(here.actors[1], { userIds })
            : lockUsers(here.actors[1], { userIds, reason: 'race' }),
      );
      const outcomes = became(results).join(' ');
      // Bob is a key person and stays; locked first, he is nobody to leave the seat to.
      const expected = at % 2 === 0 ? ['done key-person'] : ['done done', 'refused done'];
      expect(expected).toContain(outcomes);
    }
    expect(await violations()).toEqual([]);
  });

  it(
    'replace and deactivate in one transaction, both ways round',
    { timeout: 120_000 },
    async () => {
      const here = await scene();
      for (let at = 0; at < ROUNDS; at += 1) {
        const { contract, ann, bob } = await round(here, true);
        const putOut = (actor: Actor, from: TestPerson, to: TestPerson) =>
          transaction(async (tx) => {
            const replacements = [
              {
                contractId: contract.id,
                fromUserId: from.id,
                toUserId: to.id,
                seat: 'approver' as const,
              },
            ];
            await replaceSeats(actor, { replacements }, tx);
            return deactivateUsers(actor, { userIds: [from.id] }, tx);
          });
        const results = await together(
          at,
          () => putOut(here.actors[0], ann, bob),
          () => putOut(here.actors[1], bob, ann),
        );
        expect(became(results).sort()).toEqual(['done', 'refused']);
      }
      expect(await violations()).toEqual([]);
    },
  );
});
