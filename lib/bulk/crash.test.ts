import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { makeCrowd } from '@/tests/crowd';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { end } from '@/tests/worker';
import { executeRun, freezeSelection, previewRun } from './commands';

const SIZE = 50_000;
const POINTS = 20;

const said = (child: ChildProcess) =>
  new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The process ended by itself: ${code}`)));
  });

/** Carries a run out in a process of its own, which is killed with -9 after so long. */
async function executeAndDie(actor: Actor, runId: string, after: number) {
  const tests = path.resolve(import.meta.dirname, '../../tests');
  const child = fork(path.join(tests, 'mass-process.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, TSX_TSCONFIG_PATH: path.join(tests, 'setup/process.tsconfig.json') },
  });
  await said(child);
  child.send({ actor, runId, count: String(SIZE) });
  await sleep(after);
  await end(child, 'SIGKILL');
}

/** Resolves once the database has noticed that nobody waits for an answer any more. */
async function untilQuiet() {
  for (;;) {
    const running = await sql(`SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'gatehouse sets'
        AND state <> 'idle' AND pid <> pg_backend_pid()`);
    if (running.length === 0) return;
    await sleep(20);
  }
}

const state = async (userIds: string[], runId: string) =>
  (
    await sql(
      `SELECT (SELECT count(*)::int FROM user_access
          WHERE user_id = ANY ($1) AND locked_at IS NOT NULL) AS locked,
        (SELECT count(*)::int FROM sessions WHERE user_id = ANY ($1) AND ended_at IS NULL) AS live,
        (SELECT count(*)::int FROM audit_events
          WHERE subject_id = ANY ($1) AND action = 'user.locked') AS audit,
        (SELECT executed_at IS NOT NULL FROM bulk_runs WHERE id = $2) AS executed`,
      [userIds, runId],
    )
  )[0];

const NOTHING = { locked: 0, live: SIZE, audit: 0, executed: false };
const ALL = { locked: SIZE, live: 0, audit: SIZE, executed: true };

it(
  'security 60: kill -9 at 20 points of 50,000: all or nothing each time, resend applies once',
  { timeout: 300_000 },
  async () => {
    const company = await makeCompany();
    const admin = actorOf(await makePerson({ company, right: 'user_admin' }));
    const crowd = async () => {
      const userIds = await makeCrowd(company, SIZE);
      const ticked = { all: 'true', question: 'status=active' } as const;
      const listId = await freezeSelection(admin, ticked);
      const change = { field: 'locked', value: 'lock', reason: 'breach' } as const;
      return { userIds, runId: await previewRun(admin, { listId, ...change }) };
    };
    const first = await crowd();
    const began = performance.now();
    await executeRun(admin, { runId: first.runId, count: String(SIZE) });
    const took = performance.now() - began;

    const { userIds, runId } = await crowd();
    for (let point = 1; point <= POINTS; point += 1) {
      await executeAndDie(admin, runId, (took * point) / (POINTS + 2));
      await untilQuiet();
      expect([NOTHING, ALL]).toContainEqual(await state(userIds, runId));
    }
    expect(took).toBeGreaterThan(200); // or nothing was interrupted
    for (let again = 0; again < 2; again += 1) {
      await executeRun(admin, { runId, count: String(SIZE) });
      expect(await state(userIds, runId)).toEqual(ALL);
    }
  },
);
