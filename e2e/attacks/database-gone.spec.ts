import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { startDatabase, type Database } from '@/scripts/database';
import { migrate } from '@/scripts/lib/migrate';
import { makeCompany, makePerson, makeSession } from '@/tests/people';
import { database, sql } from '@/tests/sql';
import { ask } from '../fixtures/ask';
import { builtAction } from './support/build';
import { submit } from './support/call';
import { outcomeOf } from './support/outcome';
import { startAnother, type AnotherServer } from './support/server';
import { test } from './support/test';

test.describe.configure({ mode: 'default' });

const LIMIT = 6_000;

let dataDir: string;
let postgres: Database;
let server: AnotherServer;
let before: string | undefined;

test.beforeAll(async () => {
  before = process.env.DATABASE_URL;
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'gatehouse-gone-'));
  fs.chmodSync(dataDir, 0o711);
  postgres = await startDatabase({ dataDir });
  process.env.DATABASE_URL = postgres.url;
  await migrate(postgres.url);
  // The helpers' own connections break as well; they are made anew.
  database().on('error', () => {});
  server = await startAnother();
});

test.afterAll(async () => {
  await server.stop();
  await database().end();
  await postgres.stop();
  process.env.DATABASE_URL = before;
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** Every process of this PostgreSQL. */
function processes(): number[] {
  const [postmaster] = fs
    .readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')
    .split('\n');
  const children = fs.readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  return [Number(postmaster), ...children.trim().split(' ').map(Number)];
}

const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
  for (const pid of processes()) process.kill(pid, name);
};

const GONE = {
  stopped: {
    go: () => postgres.stop(),
    comeBack: async () => void (postgres = await startDatabase({ dataDir })),
  },
  'silent (SIGSTOP)': {
    go: async () => signal('SIGSTOP'),
    comeBack: async () => signal('SIGCONT'),
  },
};

async function scene() {
  const company = await makeCompany();
  const [administrator, person] = [
    await makePerson({ company, right: 'user_admin' }),
    await makePerson({ company }),
  ];
  const { token } = await makeSession(administrator.id);
  const house = { base: server.base, root: process.cwd() };
  const lock = () =>
    submit(house, token, builtAction(house.root, '#lockUserAction'), {
      userId: person.id,
      reason: 'Before the fall',
    });
  return { token, person, lock };
}

/** Asks and says how long the answer took. */
async function timed(question: () => ReturnType<typeof ask>) {
  const started = performance.now();
  const answer = await question();
  return { ...answer, took: performance.now() - started };
}

for (const [how, { go, comeBack }] of Object.entries(GONE)) {
  test(`security 64 and 65: the database is ${how}: 503 within 6 s, and back unaided`, async () => {
    const { base } = server;
    const { token, person, lock } = await scene();
    expect(outcomeOf(await lock())).toBe('done');
    expect((await ask(token, '/admin/users', { base })).status).toBe(200);
    await go();
    try {
      const asked = {
        page: () => ask(token, '/admin/users', { base }),
        'sign-in page': () => ask(null, '/login', { base }),
        payload: () => ask(token, '/admin/users?_rsc', { base, headers: { rsc: '1' } }),
        handler: () => ask(token, '/api/people?q=x', { base }),
        poll: () => ask(token, '/api/session', { base }),
        action: lock,
        ready: () => ask(null, '/readyz', { base }),
      };
      const answers = Object.entries(asked).map(async ([what, question]) => ({
        what,
        ...(await timed(question)),
      }));
      const live = timed(() => ask(null, '/livez', { base }));
      for (const { what, status, took } of await Promise.all(answers)) {
        expect.soft(status, what).toBe(503);
        expect.soft(took, what).toBeLessThan(LIMIT);
      }
      expect((await live).status).toBe(200);
      expect((await live).took).toBeLessThan(1_000);
      const page = await ask(token, '/admin/users', { base });
      expect(page.headers['content-type']).toContain('text/html');
      expect(page.headers['retry-after']).toBeDefined();
      expect(page.headers['cache-control']).toContain('no-store');
      const data = await ask(token, '/api/session', { base });
      expect(data.headers['content-type']).toContain('application/problem+json');
    } finally {
      await comeBack();
    }
    const asks = async (at: string) => (await ask(token, at, { base })).status;
    await expect.poll(() => asks('/readyz'), { timeout: 15_000 }).toBe(200);
    await expect.poll(() => asks('/admin/users'), { timeout: 15_000 }).toBe(200);
    const locked = await sql('SELECT lock_reason FROM user_access WHERE user_id = $1', [person.id]);
    expect(locked, 'the acknowledged write').toEqual([{ lock_reason: 'Before the fall' }]);
  });
}

test('security 65: with the database there, both probes say so', async () => {
  const { base } = server;
  expect((await ask(null, '/livez', { base })).text).toContain('live');
  expect((await ask(null, '/readyz', { base })).text).toContain('ready');
});
