import { setTimeout as wait } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actorOf, makePerson } from '@/tests/people';
import { inOpenTransaction } from '@/tests/connections';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import type { ExportSource } from '@/lib/excel/source';
import { cancelExport, startExport } from './commands';
import { exportOf } from './queries';
import { EXPORT_FORMATS, type ExportFormat } from './schema';

/** Numbers as wide rows; `each` is put into the query, where it may take its time. */
const numbers = (count: number, each = ''): ExportSource => ({
  name: 'Numbers',
  question: `count=${count}`,
  columns: [
    { header: 'n', width: 10 },
    { header: 'text', width: 10 },
  ],
  total: Prisma.sql`SELECT ${count}::int`,
  query: Prisma.raw(
    `SELECT json_build_array(n::text, md5(n::text) || repeat('x', 400) ${each})::text FROM (SELECT generate_series(1, ${count}) AS n) AS numbers`,
  ),
  toRow: ([n = null, word = null]) => ({ cells: [n, word] }),
});
const ENDLESS = numbers(100_000_000);
const SLOW = numbers(1000, `|| CASE WHEN n > 10 THEN pg_sleep(60)::text ELSE '' END`);

let owner: Actor;
let stands: () => Promise<boolean>;

beforeEach(async () => {
  owner = actorOf(await makePerson({ right: 'auditor' }));
  stands = async () => true;
});

afterEach(() => void vi.useRealTimers());

const start = (source: ExportSource, format: ExportFormat = 'csv') =>
  startExport(owner, source, format, () => stands());

async function begun(source: ExportSource, format?: ExportFormat) {
  const reader = (
    await start(source, format)
  ).getReader() as ReadableStreamDefaultReader<Uint8Array>;
  await reader.read();
  return reader;
}

/** What the database does for exports now: who is in a transaction, and who is at work in it. */
const working = () =>
  sql(`SELECT pid, state FROM pg_stat_activity WHERE datname = current_database()
    AND application_name = 'gatehouse exports' AND state <> 'idle'`);
const locks = () =>
  sql(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database =
    (SELECT oid FROM pg_database WHERE datname = current_database())`);

const nothingRuns = () =>
  vi.waitFor(async () => expect([await working(), await locks()]).toEqual([[], []]), {
    timeout: 5000,
  });
const auditOfExport = async () => auditOf((await exportOf(owner))!.id);
const endOf = () =>
  vi.waitFor(
    async () => {
      const progress = await exportOf(owner);
      expect(progress!.state).not.toBe('running');
      return progress!;
    },
    { timeout: 5000 },
  );

describe('an export', () => {
  it('security 45: is in the audit before its first byte, and when it ended', async () => {
    const body = await start(numbers(2500));
    expect(await auditOfExport()).toMatchObject([
      {
        action: 'export.started',
        actor_id: owner.userId,
        company_id: owner.companyId,
        after: { name: 'Numbers', question: 'count=2500', format: 'csv', rows: 2500 },
      },
    ]);
    expect(await exportOf(owner)).toMatchObject({ state: 'running', written: 0, total: 2500 });
    expect((await text(body)).split('\r\n').length).toBe(2502);
    expect(await exportOf(owner)).toMatchObject({ state: 'complete', written: 2500 });
    expect((await auditOfExport())[1]).toMatchObject({
      action: 'export.ended',
      after: { outcome: 'complete', rows: 2500 },
    });
  });

  it('reads from one moment, whatever is changed meanwhile', async () => {
    await sql('CREATE TABLE counted AS SELECT n FROM generate_series(1, 3000) AS n');
    const source: ExportSource = {
      ...numbers(1),
      total: Prisma.sql`SELECT count(*) FROM counted`,
      query: Prisma.sql`SELECT json_build_array(n::text, n::text)::text FROM counted ORDER BY n`,
    };
    const body = await start(source);
    await sql('DELETE FROM counted WHERE n > 10');
    expect((await text(body)).split('\r\n').length).toBe(3002);
    expect(await exportOf(owner)).toMatchObject({ total: 3000, written: 3000 });
  });

  it('tells how far it has come', async () => {
    const reader = await begun(ENDLESS);
    const seen: number[] = [];
    for (let i = 0; i < 40; i += 1) {
      await reader.read();
      await wait(60);
      seen.push((await exportOf(owner))!.written);
    }
    expect(seen.at(-1)).toBeGreaterThan(0);
    expect(new Set(seen).size).toBeGreaterThan(1);
    await reader.cancel();
  });

  it.each(EXPORT_FORMATS)('makes no more than is taken, as %s', async (format) => {
    const reader = await begun(ENDLESS, format);
    await wait(2500);
    const { written } = (await exportOf(owner))!;
    await wait(1500);
    expect(await exportOf(owner)).toMatchObject({ written });
    expect(written).toBeLessThan(50_000);
    await reader.cancel();
  });
});

describe('one at a time', () => {
  it('a second one of the same user is told which is running', async () => {
    const reader = await begun(ENDLESS);
    await expect(start(numbers(1))).rejects.toThrow(/^An export of yours is running: Numbers, /);
    await expect(start(numbers(1))).rejects.toMatchObject({ code: 'conflict' });
    await reader.cancel();
    await nothingRuns();
    expect(await text(await start(numbers(1)))).toContain('1,');
  });

  it('security 66: also one of another process', async () => {
    const lock = `SELECT pg_advisory_xact_lock(hashtextextended('export ' || $1, 0))`;
    await inOpenTransaction(lock, [owner.userId], async (commit) => {
      await expect(start(numbers(1))).rejects.toMatchObject({ code: 'conflict' });
      await commit();
      expect(await text(await start(numbers(1)))).toContain('1,');
    });
  });

  it('of twenty begun at once one runs', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => start(ENDLESS)));
    const ran = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(ran.length).toBe(1);
    await ran[0]!.cancel();
    await nothingRuns();
  });

  it('others have their own', async () => {
    const reader = await begun(ENDLESS);
    const other = actorOf(await makePerson({ right: 'auditor' }));
    expect(await text(await startExport(other, numbers(3), 'csv', stands))).toContain('3,');
    await reader.cancel();
  });

  it('what cannot begin keeps nobody from trying again', async () => {
    await expect(start({ ...numbers(1), total: Prisma.sql`SELECT 1 / 0` })).rejects.toThrow();
    await nothingRuns();
    await start(numbers(1)).then(text);
  });
});

describe('an export breaks off', () => {
  it.each([
    ['between rows', ENDLESS],
    ['in the middle of a query', SLOW],
  ])('when nobody takes it any longer, %s', async (_, source) => {
    const reader = (await start(source)).getReader();
    await reader.read();
    void reader.read().catch(() => {});
    await wait(200);
    expect((await working()).length).toBe(1);
    await reader.cancel();
    await nothingRuns();
    expect(await endOf()).toMatchObject({ state: 'disconnected' });
    expect((await auditOfExport())[1]).toMatchObject({
      action: 'export.ended',
      after: { outcome: 'disconnected' },
    });
  });

  it('when nobody takes anything for a minute, as nobody does of a HEAD', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await start(ENDLESS);
    await wait(1500);
    expect(await exportOf(owner)).toMatchObject({ state: 'running' });
    vi.setSystemTime(Date.now() + 61_000);
    expect(await endOf()).toMatchObject({ state: 'disconnected' });
    await nothingRuns();
  });

  it.each(EXPORT_FORMATS)(
    'when it is taken for half an hour, little by little, as %s',
    async (format) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      const reader = await begun(ENDLESS, format);
      for (let seconds = 0; seconds < 31 * 60; seconds += 50) {
        vi.setSystemTime(Date.now() + 50_000);
        await reader.read();
      }
      expect(await endOf()).toMatchObject({ state: 'disconnected' });
      await expect(drained(reader)).rejects.toThrow('disconnected');
      await nothingRuns();
      expect(await text(await start(numbers(1)))).toContain('1,');
    },
  );

  it.each([
    ['between rows', ENDLESS],
    ['in the middle of a query', SLOW],
  ])('when its owner cancels it, %s', async (_, source) => {
    const reader = await begun(source);
    const { id } = (await exportOf(owner))!;
    await expect(cancelExport(owner, { exportId: id })).resolves.toContain('cancelled');
    await expect(drained(reader)).rejects.toThrow('cancelled');
    await nothingRuns();
    expect(await endOf()).toMatchObject({ state: 'cancelled' });
    await vi.waitFor(async () =>
      expect((await auditOfExport()).map(({ action }) => action)).toEqual([
        'export.started',
        'export.cancelled',
        'export.ended',
      ]),
    );
    await expect(cancelExport(owner, { exportId: id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('security 33: not when somebody else would cancel it', async () => {
    const reader = await begun(ENDLESS);
    const { id } = (await exportOf(owner))!;
    const other = actorOf(await makePerson({ right: 'superuser', company: null }));
    await expect(cancelExport(other, { exportId: id })).rejects.toMatchObject({ code: 'conflict' });
    await wait(1500);
    await reader.read();
    expect(await exportOf(owner)).toMatchObject({ state: 'running' });
    await reader.cancel();
  });

  it.each([
    ['between rows', ENDLESS],
    ['in the middle of a query', SLOW],
  ])('security 8: when the session it came from ended, %s', async (_, source) => {
    const reader = await begun(source);
    stands = async () => false;
    await expect(drained(reader)).rejects.toThrow('session_ended');
    await nothingRuns();
    expect(await endOf()).toMatchObject({ state: 'session_ended' });
  });

  it('security 8: when that can no longer be asked', async () => {
    const reader = await begun(ENDLESS);
    stands = () => Promise.reject(new Error('gone'));
    await expect(drained(reader)).rejects.toThrow('failed');
    await nothingRuns();
  });

  it('when the database fails in the middle', async () => {
    const reader = await begun(numbers(5000, '|| (1 / (n - 3500))::text'));
    await expect(drained(reader)).rejects.toThrow('division by zero');
    await nothingRuns();
    expect(await endOf()).toMatchObject({ state: 'failed' });
  });

  it('when its connection is lost', async () => {
    const reader = await begun(ENDLESS);
    await sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'gatehouse exports' AND state <> 'idle'`);
    await expect(drained(reader)).rejects.toThrow();
    await nothingRuns();
    expect(await endOf()).toMatchObject({ state: 'failed' });
  });
});

async function drained(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}
