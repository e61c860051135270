import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { executeRun, freezeSelection, previewRun } from '@/lib/bulk/commands';
import { check, run, upload } from '@/tests/imports';
import { until } from '@/tests/mails';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { drain } from './drain';
import { startWorker } from './worker';

const HEAD = 'First name,Last name,E-mail';

async function office() {
  const company = await makeCompany();
  return { company, admin: actorOf(await makePerson({ company, right: 'user_admin' })) };
}

const age = (table: 'imports' | 'frozen_lists' | 'bulk_runs', id: string, hours: number) =>
  sql(
    `UPDATE ${table} SET created_at = created_at - make_interval(hours => $2)
       ${table === 'frozen_lists' ? '' : ', executed_at = executed_at - make_interval(hours => $2)'}
     WHERE id = $1`,
    [id, hours],
  );

/** Uploads a person, who is created where that is asked for; so many hours ago. */
async function imported(hours: number, isDone: boolean) {
  const { company, admin } = await office();
  const id = await upload(admin, `${HEAD}\nAnn,Lee,${randomUUID()}@example.org`);
  const counts = await check(admin, id, { companyId: company.id });
  if (isDone) await run(admin, id, counts);
  await age('imports', id, hours);
  return async () => (await sql('SELECT 1 FROM import_rows WHERE import_id = $1', [id])).length;
}

/** Freezes two people, so many hours ago; the change was previewed or made `then` hours ago. */
async function selected(hours: number, change?: { then: number; isDone: boolean }) {
  const { company, admin } = await office();
  const people = [await makePerson({ company }), await makePerson({ company, locked: true })];
  const userIds = people.map(({ id }) => id);
  const listId = await freezeSelection(admin, { userIds, question: '' });
  await age('frozen_lists', listId, hours);
  if (change) {
    const lock = { field: 'locked', value: 'lock', reason: 'breach' } as const;
    const runId = await previewRun(admin, { listId, ...lock });
    if (change.isDone) await executeRun(admin, { runId, count: null });
    await age('bulk_runs', runId, change.then);
  }
  return async () =>
    (
      await sql(
        `SELECT (SELECT count(*)::int FROM frozen_lists WHERE id = $1) AS lists,
           (SELECT count(*)::int FROM frozen_people WHERE list_id = $1) AS people,
           (SELECT count(*)::int FROM bulk_runs WHERE list_id = $1) AS runs`,
        [listId],
      )
    )[0];
}

const NOTHING = { lists: 0, people: 0, runs: 0 };
const orphans = () =>
  sql('SELECT 1 FROM bulk_outcomes WHERE run_id NOT IN (SELECT id FROM bulk_runs)');

describe('what has had its time', () => {
  it('is forgotten by the timer, and nothing else is', async () => {
    const [unused, waiting] = [await imported(25, false), await imported(23, false)];
    const [longDone, done] = [await imported(31 * 24, true), await imported(29 * 24, true)];
    const [idle, fresh] = [await selected(25), await selected(23)];
    const yesterday = await selected(49, { then: 25, isDone: false });
    const justNow = await selected(49, { then: 1, isDone: false });
    const old = await selected(31 * 24, { then: 31 * 24, isDone: true });
    const result = await selected(29 * 24, { then: 29 * 24, isDone: true });
    await drain();
    expect([await unused(), await waiting(), await longDone(), await done()]).toEqual([0, 1, 0, 1]);
    for (const gone of [idle, yesterday, old]) expect(await gone()).toEqual(NOTHING);
    expect(await fresh()).toEqual({ lists: 1, people: 2, runs: 0 });
    for (const kept of [justNow, result]) {
      expect(await kept()).toEqual({ lists: 1, people: 2, runs: 1 });
    }
    expect(await orphans()).toEqual([]);
    expect(await sql('SELECT 1 FROM bulk_outcomes')).toHaveLength(2);
  });

  it('is forgotten by the worker, too', async () => {
    const [unused, idle] = [await imported(25, false), await selected(25)];
    const worker = startWorker();
    await until(async () => (await unused()) === 0 && (await idle())?.lists === 0, 18);
    await worker.stop();
  });
});
