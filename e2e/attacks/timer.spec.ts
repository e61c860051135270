import { expect } from '@playwright/test';
import { makePerson, makeSession } from '@/tests/people';
import { ask } from '../fixtures/ask';
import { startAnother, type AnotherServer } from './support/server';
import { test } from './support/test';

test.describe.configure({ mode: 'default' });

const SECRET = 'a secret for the timer alone';

let server: AnotherServer;
test.beforeAll(async () => {
  server = await startAnother({ env: { CRON_SECRET: SECRET } });
});
test.afterAll(async () => server.stop());

const drain = (authorization: string | undefined, asker: string | null = null) =>
  ask(asker, '/api/cron/drain', { base: server.base, headers: { authorization } });

test('security 32: the timer is let in by its secret', async () => {
  const { status, headers } = await drain(`Bearer ${SECRET}`);
  expect(status).toBe(200);
  expect(headers['cache-control']).toContain('no-store');
});

test('security 32: nobody else is, whoever is signed in', async () => {
  const { token } = await makeSession((await makePerson({ right: 'superuser' })).id);
  const wrong = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${SECRET}x`,
    SECRET,
    `Basic ${SECRET}`,
  ];
  for (const authorization of wrong) {
    for (const asker of [null, token]) {
      const { status, text } = await drain(authorization, asker);
      expect.soft(status, authorization).toBe(401);
      expect.soft(text).not.toContain(SECRET);
    }
  }
});
