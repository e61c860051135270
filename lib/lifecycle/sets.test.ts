import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import {
  resetUsers,
  deactivateUsers,
  endSessionsOf,
  forcePasswordChange,
  invalidatePasswords,
  lockUsers,
  unlockUsers,
} from './commands';
import { peopleAndReason, peopleSet, personAndReason } from './schema';

const ID = randomUUID();
const SIZE = 10_000;
const MAILED = 3000; // a job each takes the queue a while

describe('security 37, 38: what a set is', () => {
  it.each<[string, unknown]>([
    ['an empty list', []],
    ['nothing', undefined],
    ['null', null],
    ['all', 'all'],
    ['one id as text', ID],
    ['an operator', { not: ID }],
    ['something that is no id', [ID, '*']],
    ['nested lists', [[ID]]],
    ['an empty id', ['']],
    ['more than 10,000', Array.from({ length: 10_001 }, () => ID)],
  ])('is not %s', (_, userIds) => {
    expect(peopleSet.safeParse({ userIds }).success).toBe(false);
    expect(peopleAndReason.safeParse({ userIds, reason: 'x' }).success).toBe(false);
  });

  it.each<[string, object]>([
    ['no reason', {}],
    ['an empty reason', { reason: '  \n' }],
    ['a reason of 501 characters', { reason: 'x'.repeat(501) }],
    ['a reason that is no text', { reason: ['x'] }],
    ['an unknown field', { reason: 'x', lockedAt: 'now' }],
  ])('a lock is refused with %s', (_, given) => {
    expect(peopleAndReason.safeParse({ userIds: [ID], ...given }).success).toBe(false);
    expect(personAndReason.safeParse({ userId: ID, ...given }).success).toBe(false);
  });

  it('keeps the reason on one line (security 53)', () => {
    const given = { userIds: [ID], reason: ' Phone\r\nlost:\tforged line ' };
    expect(peopleAndReason.parse(given)).toEqual({
      userIds: [ID],
      reason: 'Phone lost: forged line',
    });
  });
});

/** People of a company, each with a session. */
async function crowd(companyId: string, size: number): Promise<string[]> {
  const people = await sql<{ id: string }>(
    `WITH made AS (
       INSERT INTO users (email, first_name, last_name, company_id)
       SELECT gen_random_uuid() || '@example.org', 'Ann', 'Example', $1 FROM generate_series(1, $2)
       RETURNING id)
     SELECT id FROM made`,
    [companyId, size],
  );
  const ids = people.map(({ id }) => id);
  await sql('INSERT INTO user_access (user_id) SELECT unnest($1::uuid[])', [ids]);
  await sql(
    `INSERT INTO sessions (token_hash, user_id, expires_at, address, user_agent)
     SELECT sha256(id::text::bytea), id, now() + interval '1 day', '', '' FROM unnest($1::uuid[]) AS p (id)`,
    [ids],
  );
  return ids;
}

const countOf = async (text: string, ids: string[]) => {
  const [row] = await sql<{ count: number }>(`SELECT count(*)::int AS count ${text}`, [ids]);
  return row!.count;
};

describe('thousands of people in one set', () => {
  it(
    'are locked, unlocked, deactivated, activated, each within seconds',
    { timeout: 60_000 },
    async () => {
      const company = await makeCompany();
      const admin = actorOf(await makePerson({ right: 'user_admin', company }));
      const userIds = await crowd(company.id, SIZE);
      const stranger = await crowd((await makeCompany()).id, 1);
      const steps = [
        () => lockUsers(admin, { userIds, reason: 'breach' }),
        () => unlockUsers(admin, { userIds }),
        () => deactivateUsers(admin, { userIds }),
        () => resetUsers(admin, { userIds }),
      ];
      for (const step of steps) {
        const started = performance.now();
        const outcomes = await step();
        expect(outcomes).toHaveLength(SIZE);
        expect(outcomes.every(({ outcome }) => outcome === 'done')).toBe(true);
        expect(performance.now() - started).toBeLessThan(10_000);
      }
      expect(await countOf('FROM audit_events WHERE subject_id = ANY ($1)', userIds)).toBe(
        4 * SIZE,
      );
      expect(
        await countOf("FROM sessions WHERE user_id = ANY ($1) AND end_reason = 'locked'", userIds),
      ).toBe(SIZE);
      expect(
        await countOf('FROM sessions WHERE user_id = ANY ($1) AND ended_at IS NULL', stranger),
      ).toBe(1);
    },
  );

  it('have their sessions ended', { timeout: 60_000 }, async () => {
    const company = await makeCompany();
    const admin = actorOf(await makePerson({ right: 'user_admin', company }));
    const userIds = await crowd(company.id, SIZE);
    const outcomes = await endSessionsOf(admin, { userIds });
    expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(SIZE);
    expect(
      await countOf('FROM sessions WHERE user_id = ANY ($1) AND ended_at IS NULL', userIds),
    ).toBe(0);
    expect(await countOf('FROM audit_events WHERE subject_id = ANY ($1)', userIds)).toBe(SIZE);
  });

  it(
    'have their passwords forced and invalidated, each mailed a link',
    { timeout: 90_000 },
    async () => {
      const company = await makeCompany();
      const admin = actorOf(await makePerson({ right: 'user_admin', company }));
      const userIds = await crowd(company.id, MAILED);
      await sql("INSERT INTO password_credentials (user_id, hash) SELECT unnest($1::uuid[]), 'x'", [
        userIds,
      ]);
      for (const step of [forcePasswordChange, invalidatePasswords]) {
        const started = performance.now();
        const outcomes = await step(admin, { userIds });
        expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(MAILED);
        expect(performance.now() - started).toBeLessThan(15_000);
      }
      expect(await countOf('FROM password_credentials WHERE user_id = ANY ($1)', userIds)).toBe(0);
      const links = 'FROM access_links WHERE user_id = ANY ($1) AND voided_at IS NULL';
      expect(await countOf(links, userIds)).toBe(MAILED);
      const mails = `FROM mails m JOIN graphile_worker.jobs j ON j.key = 'mail:' || m.id
      WHERE m.user_id = ANY ($1) AND m.link_id IS NOT NULL`;
      expect(await countOf(mails, userIds)).toBe(MAILED);
    },
  );
});
