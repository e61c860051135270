import { expect } from '@playwright/test';
import { makeCompany, makePerson, makeSession } from '@/tests/people';
import { ask, type Answer } from '../fixtures/ask';
import { builtAction } from './support/build';
import { called, posted, question } from './support/call';
import { PASSWORD } from './support/cast';
import { cookiesOf } from './support/cookies';
import { startAnother, type AnotherServer } from './support/server';
import { givePhoto } from './support/photo';
import { payload } from './support/place';
import { test, type House } from './support/test';

const BODIES = { called, posted };

async function signIn(house: House, headers: Record<string, string> = {}) {
  const person = await makePerson({ password: PASSWORD });
  const action = builtAction(house.root, '#signInAction');
  const fields = { email: person.email, password: PASSWORD };
  const answers: Answer[] = [];
  for (const way of ['called', 'posted'] as const) {
    const body = way === 'called' ? BODIES.called(fields) : BODIES.posted(action, fields);
    const asked = question(action, way, body);
    answers.push(
      await ask(null, '/login', {
        ...asked,
        base: house.base,
        headers: { ...asked.headers, ...headers },
      }),
    );
  }
  return answers;
}

test('security 14: cookies are out of reach of scripts and other sites', async ({ house }) => {
  for (const answer of await signIn(house)) {
    const cookies = cookiesOf(answer);
    expect(Object.keys(cookies).sort()).toEqual(['gatehouse', 'known-device']);
    for (const { attributes } of Object.values(cookies)) {
      expect(attributes).toEqual(expect.arrayContaining(['path=/', 'httponly', 'samesite=lax']));
      expect(attributes.join()).not.toContain('domain');
    }
  }
});

test.describe('security 14: under https', () => {
  let server: AnotherServer;
  test.beforeAll(async () => {
    server = await startAnother({ env: { APP_URL: 'https://gate.example.org' } });
  });
  test.afterAll(async () => server.stop());

  const site = { origin: 'https://gate.example.org', host: 'gate.example.org' };

  test('security 14: cookies are bound to the host and to https', async ({ house }) => {
    for (const answer of await signIn({ ...house, base: server.base }, site)) {
      const cookies = cookiesOf(answer);
      expect(Object.keys(cookies).sort()).toEqual(['__Host-gatehouse', '__Host-known-device']);
      for (const { attributes } of Object.values(cookies)) {
        const wanted = ['path=/', 'httponly', 'samesite=lax', 'secure'];
        expect(attributes).toEqual(expect.arrayContaining(wanted));
        expect(attributes.join()).not.toContain('domain');
      }
    }
  });

  test('security 14: a cookie without the prefix is no session', async () => {
    const { token } = await makeSession((await makePerson()).id);
    const open = { base: server.base, headers: { ...site, origin: undefined } };
    expect((await ask(token, '/api/session', open)).status).toBe(401);
    const headers = { ...open.headers, cookie: `__Host-gatehouse=${token}` };
    expect((await ask(null, '/api/session', { ...open, headers })).status).toBe(200);
  });
});

test('security 14: private answers are not stored', async ({ knock }) => {
  const company = await makeCompany();
  const person = await makePerson({ company, right: 'superuser' });
  const { token } = await makeSession(person.id);
  await givePhoto(person.id);
  const pages = [
    '/admin/users',
    `/admin/users/${person.id}`,
    '/personal-cabinet',
    '/update_profile',
    '/admin/mail',
    '/nothing-here',
    '/',
  ];
  const answers = [
    ...(await Promise.all(pages.map((page) => knock(token, page)))),
    ...(await Promise.all(
      pages.map((page) => knock(token, payload(page).at, payload(page).question)),
    )),
    await knock(token, '/api/session'),
    await knock(token, '/api/people?q=example'),
    await knock(token, `/api/photos/${person.id}`),
    await knock(null, '/api/session'),
    await knock(token, '/api/auth/session'),
    await knock(null, '/admin/users'),
  ];
  for (const { headers } of answers) expect.soft(headers['cache-control']).toContain('no-store');
});
