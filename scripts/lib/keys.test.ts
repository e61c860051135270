import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [OLD, NEW] = [key('old'), key('new')];

/** The modules as a process with this keyring has them. */
async function withKeys(...keys: string[]) {
  vi.stubEnv('ENCRYPTION_KEYS', keys.join(','));
  vi.resetModules();
  return { ...(await import('./keys')), ...(await import('@/lib/core/seal')) };
}

/** So many people whose secrets are sealed with the first of these keys. */
async function people(count: number, ...keys: string[]) {
  const { seal } = await withKeys(...keys);
  const users = await sql<{ id: string }>(
    `INSERT INTO users (email, first_name, last_name)
     SELECT 'p' || uuid_v7() || '@example.org', 'Ann', 'Example' FROM generate_series(1, $1)
     RETURNING id`,
    [count],
  );
  const ids = users.map(({ id }) => id);
  await sql(
    'INSERT INTO totp_credentials (user_id, secret) SELECT * FROM unnest($1::uuid[], $2::text[])',
    [ids, ids.map((id) => seal(`secret of ${id}`, id))],
  );
}

const sealed = () =>
  sql<{ user_id: string; secret: string }>('SELECT user_id, secret FROM totp_credentials');

/** How many secrets this keyring opens, for their own people. */
async function opened(...keys: string[]): Promise<number> {
  const { unseal } = await withKeys(...keys);
  const rows = await sealed();
  for (const { user_id, secret } of rows) {
    expect(unseal(secret, user_id)).toBe(`secret of ${user_id}`);
  }
  return rows.length;
}

const rotate = async (...keys: string[]) =>
  (await withKeys(...keys)).rotateKeys(process.env.DATABASE_URL!, () => undefined);

/** Rotates in a process of its own, which is killed with -9 once it has said it is under way. */
function rotateAndDie(...keys: string[]): Promise<string> {
  const root = path.resolve(import.meta.dirname, '../..');
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/rotate-process.ts'], {
    cwd: root,
    env: { ...process.env, ENCRYPTION_KEYS: keys.join(',') },
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
    child.kill('SIGKILL');
  });
  return new Promise((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? `${code} ${said}`)),
  );
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await sql('DELETE FROM totp_credentials');
});

describe('security 59: rotating the keys', () => {
  it('killed on the way goes on where it was; then the old key may go', async () => {
    await people(10_000, OLD);
    expect(await rotateAndDie(NEW, OLD)).toBe('SIGKILL');
    const halfway = (await sealed()).filter(({ secret }) => secret.startsWith('new.')).length;
    expect(halfway).toBeGreaterThan(0);
    expect(halfway).toBeLessThan(10_000);
    expect(await opened(NEW, OLD)).toBe(10_000);
    expect(await rotate(NEW, OLD)).toEqual({ done: 10_000 - halfway, left: 0, unreadable: 0 });
    expect(await opened(NEW)).toBe(10_000);
    await expect(opened(OLD)).rejects.toThrow('"new"');
  }, 60_000);

  it('run again has nothing to do', async () => {
    await people(3, OLD);
    await rotate(NEW, OLD);
    const before = await sealed();
    expect(await rotate(NEW, OLD)).toEqual({ done: 0, left: 0, unreadable: 0 });
    expect(await sealed()).toEqual(before);
  });

  it('counts what it cannot read, leaves it as it was, and does the rest', async () => {
    await people(600, OLD);
    const lost = await makePerson();
    await sql("INSERT INTO totp_credentials (user_id, secret) VALUES ($1, 'gone.a.b.c')", [
      lost.id,
    ]);
    expect(await rotate(NEW, OLD)).toEqual({ done: 600, left: 0, unreadable: 1 });
    const [row] = await sql('SELECT secret FROM totp_credentials WHERE user_id = $1', [lost.id]);
    expect(row).toEqual({ secret: 'gone.a.b.c' });
  });

  it('does not read what was swapped between two people', async () => {
    await people(2, OLD);
    const [one, two] = await sealed();
    const give = 'UPDATE totp_credentials SET secret = $2 WHERE user_id = $1';
    await sql(give, [one!.user_id, two!.secret]);
    await sql(give, [two!.user_id, one!.secret]);
    expect(await rotate(NEW, OLD)).toEqual({ done: 0, left: 0, unreadable: 2 });
  });

  it('never puts an old secret over one that a server wrote meanwhile, and says it is left', async () => {
    await people(3, OLD);
    const [{ user_id: userId } = { user_id: '' }] = await sealed();
    const { seal } = await withKeys(OLD);
    const fresh = seal(`secret of ${userId}`, userId);
    const write = 'UPDATE totp_credentials SET secret = $2 WHERE user_id = $1';
    const rotation = await inOpenTransaction(write, [userId, fresh], async (commit) => {
      const running = rotate(NEW, OLD);
      await untilSomebodyWaits();
      await commit();
      return running;
    });
    expect(rotation).toEqual({ done: 2, left: 1, unreadable: 0 });
    const [row] = await sql('SELECT secret FROM totp_credentials WHERE user_id = $1', [userId]);
    expect(row).toEqual({ secret: fresh });
    expect(await rotate(NEW, OLD)).toEqual({ done: 1, left: 0, unreadable: 0 });
  });
});
