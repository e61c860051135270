import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { createUser } from '@/lib/people/commands';
import { newUser } from '@/lib/people/schema';
import { setPassword } from '@/lib/passwords/commands';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { actorOf, makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf, auditOf } from '@/tests/state';
import { deactivateUsers, endSessionsOf, lockUsers, setRightOf } from './commands';

const ROUNDS = 500;

beforeAll(() =>
  // Before the application connects: two who wait for each other are parted at once.
  sql(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = ''10ms''',
    current_database()); END $$`),
);
beforeEach(() =>
  sql(
    "UPDATE user_access SET admin_right = NULL, is_staff = FALSE WHERE admin_right = 'superuser'",
  ),
);

async function local(options: PersonOptions = {}) {
  const person = await makePerson({ right: 'superuser', company: null, ...options });
  await sql('INSERT INTO password_credentials (user_id, hash) VALUES ($1, $2)', [person.id, 'x']);
  return person;
}

const takeAway = (round: number, actor: Actor, userId: string) =>
  round % 2 === 0
    ? lockUsers(actor, { userIds: [userId], reason: 'race' })
    : deactivateUsers(actor, { userIds: [userId] });

/** How many of these may still enter; and lets them all in again for the next round. */
async function remaining(ids: string[]): Promise<number> {
  const left = await sql(
    'SELECT 1 FROM user_access WHERE user_id = ANY ($1) AND is_active AND locked_at IS NULL',
    [ids],
  );
  await sql(
    `UPDATE user_access SET is_active = TRUE, locked_at = NULL, lock_reason = NULL, locked_by_id = NULL
     WHERE user_id = ANY ($1)`,
    [ids],
  );
  return left.length;
}

async function eachOther(one: Actor, other: Actor): Promise<number[]> {
  const counts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const results = await Promise.allSettled([
      takeAway(round, one, other.userId),
      takeAway(round + (round % 3), other, one.userId),
    ]);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'forbidden' });
      else expect(result.value).toMatchObject([{ outcome: 'done' }]);
    }
    counts.push(await remaining([one.userId, other.userId]));
  }
  return counts;
}

describe('security 61: who put each other out at once', () => {
  it('two superusers: one remains, 500 times', { timeout: 120_000 }, async () => {
    const [one, other] = [actorOf(await local()), actorOf(await local())];
    expect(await eachOther(one, other)).toEqual(Array<number>(ROUNDS).fill(1));
  });

  it('two organisation admins: one remains, 500 times', { timeout: 120_000 }, async () => {
    const company = await makeCompany();
    const admin = async () => actorOf(await makePerson({ right: 'organisation_admin', company }));
    expect(await eachOther(await admin(), await admin())).toEqual(Array<number>(ROUNDS).fill(1));
  });

  it.each([
    ['superusers', 'superuser', () => local()],
    ['organisation admins', 'organisation_admin', null],
  ] as const)(
    'two %s take each other’s right: one keeps it, 500 times',
    { timeout: 120_000 },
    async (_, right, make) => {
      const company = await makeCompany();
      const one = () => (make ? make() : makePerson({ right, company }));
      const people = [await one(), await one()] as const;
      const [first, second] = people.map((person) => actorOf(person)) as [Actor, Actor];
      const ids = people.map(({ id }) => id);
      for (let round = 0; round < ROUNDS; round += 1) {
        const results = await Promise.allSettled([
          setRightOf(first, { userIds: [second.userId], right: null }),
          setRightOf(second, { userIds: [first.userId], right: null }),
        ]);
        expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const kept = await sql(
          'SELECT 1 FROM user_access WHERE user_id = ANY ($1) AND admin_right IS NOT NULL',
          [ids],
        );
        expect(kept).toHaveLength(1);
        await sql(
          'UPDATE user_access SET admin_right = $2, is_staff = TRUE WHERE user_id = ANY ($1)',
          [ids, right],
        );
      }
    },
  );

  it(
    'two others take one each of the last two superusers: one remains, 100 times',
    { timeout: 60_000 },
    async () => {
      const directory = async () =>
        actorOf(await makePerson({ right: 'superuser', company: null, source: 'directory' }));
      const actors = [await directory(), await directory()] as const;
      const last = [await local(), await local()] as const;
      const ids = last.map(({ id }) => id);
      for (let round = 0; round < 100; round += 1) {
        const results = await Promise.all([
          takeAway(round, actors[0], ids[0]!),
          takeAway(round + (round % 3), actors[1], ids[1]!),
        ]);
        const outcomes = results.flat().map(({ outcome }) => outcome);
        expect(outcomes.sort()).toEqual(['done', 'last-superuser']);
        expect(await remaining(ids)).toBe(1);
      }
    },
  );

  it('20 superusers lock all others at once: one remains', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => local()));
    const userIds = people.map(({ id }) => id);
    await Promise.allSettled(
      people.map((person) => lockUsers(actorOf(person), { userIds, reason: 'race' })),
    );
    expect(await remaining(userIds)).toBe(1);
  });
});

describe('an actor who lost what they had while they waited is refused', () => {
  const LOSSES = [
    ['locked', "locked_at = now(), lock_reason = 'x'"],
    ['deactivated', 'is_active = FALSE'],
    ['another right', "admin_right = 'auditor'"],
    ['no right', 'admin_right = NULL, is_staff = FALSE'],
    ['expired', 'end_date = now()::date - 2'],
  ] as const;

  it.each(LOSSES)('%s', async (_, change) => {
    const company = await makeCompany();
    const admin = actorOf(await makePerson({ right: 'user_admin', company }));
    const target = await makePerson({ company });
    const loss = `UPDATE user_access SET ${change} WHERE user_id = $1`;
    const attempt = inOpenTransaction(loss, [admin.userId], async (commit) => {
      const pending = lockUsers(admin, { userIds: [target.id], reason: 'x' }).catch(
        (error: unknown) => error,
      );
      await untilSomebodyWaits();
      await commit();
      return pending;
    });
    expect(await attempt).toMatchObject({ code: 'forbidden' });
    expect(await accessOf(target.id)).toMatchObject({ locked_at: null });
    expect(await auditOf(target.id)).toEqual([]);
  });

  it('by every command, also one who moved to another company', async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const person = await makePerson({ right: 'organisation_admin', company });
    const admin = actorOf(person);
    const target = await makePerson({ company });
    await sql('UPDATE users SET company_id = $2 WHERE id = $1', [person.id, elsewhere.id]);
    const userIds = [target.id];
    const form = {
      firstName: 'A',
      lastName: 'B',
      email: 'moved@example.org',
      companyId: company.id,
    };
    const password = 'another battery of horses';
    const attempts = [
      () => lockUsers(admin, { userIds, reason: 'x' }),
      () => deactivateUsers(admin, { userIds }),
      () => endSessionsOf(admin, { userIds }),
      () => createUser(admin, newUser.parse(form)),
      () =>
        setPassword(admin, { userId: target.id, password, repeat: password, forceChange: false }),
    ];
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    expect(await auditOf(target.id)).toEqual([]);
  });
});
