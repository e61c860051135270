import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { makeCrowd } from '@/tests/crowd';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { executeRun, freezeSelection, previewRun } from './commands';
import { getRun, summaryOf } from './queries';

const LOCK = { field: 'locked', value: 'lock', reason: 'breach' } as const;

beforeAll(() =>
  // Before the application connects: two who wait for each other are parted at once.
  sql(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = ''10ms''',
    current_database()); END $$`),
);

async function cast(size = 2) {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ company, right: 'user_admin' }));
  const other = actorOf(await makePerson({ company, right: 'user_admin' }));
  const userIds = await makeCrowd(company, size);
  const listId = await freezeSelection(admin, { userIds, question: '' });
  return { company, admin, other, userIds, listId };
}

const lockOf = async (admin: Actor, listId: string) => previewRun(admin, { listId, ...LOCK });

const locked = async (ids: string[]) =>
  (
    await sql<{ n: number }>(
      'SELECT count(*)::int AS n FROM user_access WHERE user_id = ANY ($1) AND locked_at IS NOT NULL',
      [ids],
    )
  )[0]!.n;

describe('a run', () => {
  it('security 66: sent 8 times at once is done once', async () => {
    const { admin, userIds, listId } = await cast();
    const runId = await lockOf(admin, listId);
    const sent = Array.from({ length: 8 }, () => executeRun(admin, { runId, count: null }));
    await Promise.all(sent);
    for (const id of userIds) expect(await auditOf(id)).toHaveLength(1);
    expect(await summaryOf(await getRun(admin, runId))).toEqual({ done: 2 });
  });

  it('above 25 people asks for the count', async () => {
    const { admin, userIds, listId } = await cast(26);
    const runId = await lockOf(admin, listId);
    for (const count of [null, '', '25', 'all']) {
      const attempt = executeRun(admin, { runId, count });
      await expect(attempt).rejects.toMatchObject({ code: 'invalid', fields: { count: /26/ } });
    }
    expect(await locked(userIds)).toBe(0);
    await executeRun(admin, { runId, count: '26' });
    expect(await locked(userIds)).toBe(26);
  });

  it('of yesterday is refused, and a new preview goes', async () => {
    const { admin, userIds, listId } = await cast();
    const runId = await lockOf(admin, listId);
    await sql("UPDATE bulk_runs SET created_at = now() - interval '13 hours' WHERE id = $1", [
      runId,
    ]);
    const attempt = executeRun(admin, { runId, count: null });
    await expect(attempt).rejects.toMatchObject({ code: 'conflict', message: /another day/ });
    expect(await locked(userIds)).toBe(0);
    await executeRun(admin, { runId: await lockOf(admin, listId), count: null });
    expect(await locked(userIds)).toBe(2);
  });

  it('security 33: of another administrator, or none at all, is not found', async () => {
    const { admin, other, userIds, listId } = await cast();
    const runId = await lockOf(admin, listId);
    for (const id of [runId, randomUUID()]) {
      const attempt = executeRun(other, { runId: id, count: null });
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(getRun(other, runId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(lockOf(other, listId)).rejects.toMatchObject({ code: 'not_found' });
    expect(await locked(userIds)).toBe(0);
  });

  it('is refused to who lost the right meanwhile', async () => {
    const { admin, userIds, listId } = await cast();
    const runId = await lockOf(admin, listId);
    await sql("UPDATE user_access SET admin_right = 'auditor' WHERE user_id = $1", [admin.userId]);
    for (const right of ['user_admin', 'auditor'] as const) {
      const attempt = executeRun({ ...admin, right }, { runId, count: null });
      await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await locked(userIds)).toBe(0);
    expect((await getRun(admin, runId)).executedAt).toBeNull();
  });

  it('that would change nobody is refused', async () => {
    const { admin, listId } = await cast();
    await executeRun(admin, { runId: await lockOf(admin, listId), count: null });
    const attempt = executeRun(admin, { runId: await lockOf(admin, listId), count: null });
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
  });

  it('security 51: is nothing without its audit row', async () => {
    const { admin, userIds, listId } = await cast();
    const runId = await lockOf(admin, listId);
    await sql(`CREATE FUNCTION audit_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'the audit is full'; END $$`);
    await sql(`CREATE TRIGGER audit_full BEFORE INSERT ON audit_events FOR EACH ROW
      WHEN (NEW.action = 'mass-update.executed') EXECUTE FUNCTION audit_full()`);
    try {
      await expect(executeRun(admin, { runId, count: null })).rejects.toThrow(/audit is full/);
    } finally {
      await sql('DROP TRIGGER audit_full ON audit_events');
    }
    expect(await locked(userIds)).toBe(0);
    expect((await getRun(admin, runId)).executedAt).toBeNull();
  });
});

describe('two administrators at once', () => {
  it('lock and deactivate the same people: each is done once, by whoever came first', async () => {
    const { admin, other, company } = await cast();
    const userIds = await makeCrowd(company, 200);
    const runs = await Promise.all(
      [admin, other].map(async (actor) => {
        const listId = await freezeSelection(actor, { userIds, question: '' });
        return { actor, runId: await lockOf(actor, listId), count: '200' };
      }),
    );
    await Promise.all(runs.map(({ actor, ...run }) => executeRun(actor, run)));
    const sums = await Promise.all(
      runs.map(async ({ actor, runId }) => summaryOf(await getRun(actor, runId))),
    );
    expect(sums).toEqual(expect.arrayContaining([{ done: 200 }, { done: 0, already: 200 }]));
    for (const id of userIds) expect(await auditOf(id)).toHaveLength(1);
  });

  it(
    'security 61: put everybody out, each other included: one of them remains',
    { timeout: 60_000 },
    async () => {
      for (let round = 0; round < 20; round += 1) {
        const { admin, other } = await cast();
        const attempts = await Promise.all(
          [admin, other].map(async (actor) => {
            const listId = await freezeSelection(actor, { all: 'true', question: '' });
            return { actor, runId: await lockOf(actor, listId), count: null };
          }),
        );
        const ends = await Promise.allSettled(
          attempts.map(({ actor, ...run }) => executeRun(actor, run)),
        );
        for (const end of ends) {
          if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'forbidden' });
        }
        expect(await locked([admin.userId, other.userId])).toBe(1);
      }
    },
  );
});
