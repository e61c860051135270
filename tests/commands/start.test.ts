import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readKept } from '../../scripts/lib/kept-settings';
import { freePort } from '../../scripts/lib/ports.mjs';
import { emptyFolder, gatehouse, type Gatehouse, postgresOf } from './gatehouse';

const serving = (one: Gatehouse) => one.until('Gatehouse is at ');

describe('npm start on an empty data directory', () => {
  it('serves, prints address and setup link, and keeps its secrets to itself', async () => {
    const dataDir = emptyFolder();
    const one = await gatehouse({ dataDir });
    await one.until('/setup?token=');
    expect(await one.ask('/livez')).toBe(200);
    expect(await one.ask('/readyz')).toBe(200);
    const file = path.join(dataDir, 'settings.json');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    const { appSecret = '' } = readKept(dataDir);
    const token = createHmac('sha256', appSecret).update('gatehouse setup v1').digest('base64url');
    expect(one.said.out).toContain(`Gatehouse is at ${one.url}\n`);
    expect(one.said.out).toContain(`${one.url}/setup?token=${token}\n`);
    expect(one.said.out).not.toContain(appSecret);
  });

  it('works below a folder that only its owner may enter', async () => {
    const one = await gatehouse({ dataDir: path.join(emptyFolder(0o700), 'data') });
    await serving(one);
    expect(await one.ask('/readyz')).toBe(200);
  });
});

describe('npm start again', () => {
  it('finds everything as it was, within 5 seconds', async () => {
    const dataDir = emptyFolder();
    const first = await gatehouse({ dataDir });
    await first.until('/setup?token=');
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const begun = Date.now();
    const second = await gatehouse({ dataDir, port: first.port });
    await second.until('/setup?token=');
    expect(Date.now() - begun).toBeLessThan(5000);
    const link = /\/setup\?token=\S+/;
    expect(link.exec(second.said.out)?.[0]).toBe(link.exec(first.said.out)?.[0]);
  });

  it('says in one line that the data directory is in use, and leaves the first alone', async () => {
    const dataDir = emptyFolder();
    const first = await gatehouse({ dataDir });
    await serving(first);
    const second = await gatehouse({ dataDir });
    await refused(second, dataDir);
    expect(await first.ask('/readyz')).toBe(200);
  });
});

/** It ended with 1 and with just one line, which names what is wrong. */
async function refused(one: Gatehouse, name: string): Promise<void> {
  expect(await one.ended).toBe(1);
  expect(one.said.err).toMatch(/^[^\n]+\n$/);
  expect(one.said.err).toContain(name);
  // Where root's PostgreSQL had to go is said before it is known that there is nothing to do.
  expect(one.said.out.replace(/^As root: .*\n/, '')).toBe('');
}

describe('npm start refuses in one line', () => {
  it('a port that is taken', async () => {
    const first = await gatehouse({ dataDir: emptyFolder() });
    await serving(first);
    const dataDir = emptyFolder();
    await refused(await gatehouse({ dataDir, port: first.port }), `Port ${first.port}`);
    expect(fs.readdirSync(dataDir)).toEqual([]);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['APP_SECRET', 'short'],
    ['APP_URL', 'gate.example.org'],
    ['ENCRYPTION_KEYS', 'k1:abc'],
    ['DATABASE_URL', 'mysql://localhost/gatehouse'],
    ['DATA_DIR', '/dev/null'],
    ['TRUSTED_PROXIES', 'all'],
  ])('%s=%s', async (name, value) => {
    await refused(await gatehouse({ dataDir: emptyFolder(), env: { [name]: value } }), name);
  });

  it('a database out of reach, without its password', async () => {
    const url = `postgresql://gatehouse:hush@127.0.0.1:${await freePort()}/gatehouse`;
    const one = await gatehouse({ dataDir: emptyFolder(), env: { DATABASE_URL: url } });
    await refused(one, 'DATABASE_URL');
    expect(one.said.err).not.toContain('hush');
  });

  it('missing secrets beside a database of its own in production', async () => {
    const url = 'postgresql://127.0.0.1/gatehouse';
    const env = { NODE_ENV: 'production', DATABASE_URL: url };
    await refused(await gatehouse({ dataDir: emptyFolder(), env }), 'APP_SECRET');
  });

  it('an option it does not know', async () => {
    await refused(await gatehouse({ dataDir: emptyFolder(), args: ['--demmo'] }), '--demmo');
  });
});

describe('npm start -- --demo', () => {
  it('fills an empty database and prints sign-ins, and refuses one with people', async () => {
    const dataDir = emptyFolder();
    const first = await gatehouse({ dataDir, args: ['--demo'] });
    await serving(first);
    expect(first.said.out).toMatch(/\S+@\S+ +\S+ +superuser/i);
    expect(first.said.out).not.toContain('/setup?token=');
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await refused(await gatehouse({ dataDir, args: ['--demo'] }), '--demo');
    expect(postgresOf(dataDir)).toBeUndefined();
  });
});

describe('the end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s leaves nothing behind and exits 0',
    async (signal) => {
      const dataDir = emptyFolder();
      const one = await gatehouse({ dataDir });
      await serving(one);
      expect(postgresOf(dataDir)).toBeDefined();
      one.child.kill(signal);
      expect(await one.ended).toBe(0);
      expect(postgresOf(dataDir)).toBeUndefined();
      expect(await one.ask('/livez')).toBeUndefined();
      expect(fs.readdirSync(dataDir)).not.toContain('owner.json');
    },
  );

  it('after kill -9 the next start takes over the orphaned PostgreSQL', async () => {
    const dataDir = emptyFolder();
    const first = await gatehouse({ dataDir });
    await serving(first);
    const orphan = postgresOf(dataDir);
    first.child.kill('SIGKILL');
    await first.ended;
    await vi.waitFor(async () => expect(await first.ask('/livez')).toBeUndefined(), 5000);
    const second = await gatehouse({ dataDir, port: first.port });
    await serving(second);
    expect(await second.ask('/readyz')).toBe(200);
    expect(postgresOf(dataDir)).not.toBe(orphan);
  });

  it('a PostgreSQL that dies is brought back, and the server finds it again (security 64)', async () => {
    const dataDir = emptyFolder();
    const one = await gatehouse({ dataDir });
    await serving(one);
    process.kill(postgresOf(dataDir) ?? 0, 'SIGKILL');
    await one.until('PostgreSQL ended by itself');
    await vi.waitFor(async () => expect(await one.ask('/readyz'), one.said.err).toBe(200), 30_000);
  });
});
