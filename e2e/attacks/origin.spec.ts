import { expect } from '@playwright/test';
import { makeCompany, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';
import { ask } from '../fixtures/ask';
import { rowsOf } from './inside/table';
import { builtAction } from './support/build';
import { called, posted, question, WAYS } from './support/call';
import { makeAsker, owingFor, PASSWORD } from './support/cast';
import { deedOf } from './support/deeds';
import { test } from './support/test';

const FOREIGN: Record<string, string | undefined> = {
  absent: undefined,
  null: 'null',
  foreign: 'https://evil.example',
  'of another port': 'http://localhost:1',
  'a prefix of ours': 'ours.evil.example',
  empty: '',
};

for (const { name } of rowsOf('action')) {
  test(`security 55: ${name} from elsewhere is refused`, async ({ house }) => {
    const action = builtAction(house.root, name);
    const company = await makeCompany();
    const is = { password: PASSWORD, ...owingFor(name) };
    const person = await makeAsker('superuser', company, is);
    const session = await makeSession(person?.id ?? '');
    const deed = await deedOf(name, { person, company, sessionId: session.id });
    for (const [kind, given] of Object.entries(FOREIGN)) {
      const origin = given === 'ours.evil.example' ? `${house.base}.evil.example` : given;
      for (const way of WAYS) {
        const body = way === 'called' ? called(deed.fields) : posted(action, deed.fields);
        const asked = question(action, way, body);
        const headers = { ...asked.headers, origin };
        const answer = await ask(session.token, action.route.replace(/\[\w+\]/g, company.id), {
          ...asked,
          base: house.base,
          headers,
        });
        expect.soft(answer.status, `${kind}, ${way}`).toBe(403);
      }
    }
    expect(await deed.happened()).toBe(false);
  });
}

test('security 55: what is posted to next-auth from elsewhere is refused', async ({ knock }) => {
  const company = await makeCompany();
  const person = await makeAsker('member', company, { password: PASSWORD });
  const { token, id } = await makeSession(person?.id ?? '');
  const count = () => sql('SELECT count(*) FROM sessions WHERE user_id = $1', [person?.id]);
  const before = await count();
  const paths = ['callback/credentials', 'signin/credentials', 'signout', 'session', '_log'];
  for (const path of paths) {
    for (const origin of Object.values(FOREIGN)) {
      const body = new URLSearchParams({ email: person?.email ?? '', password: PASSWORD });
      const headers = { origin };
      const answer = await knock(token, `/api/auth/${path}`, { method: 'POST', headers, body });
      expect.soft(answer.status, `${path} ${origin}`).toBe(403);
    }
  }
  expect(await count()).toEqual(before);
  expect(await sql('SELECT ended_at FROM sessions WHERE id = $1', [id])).toEqual([
    { ended_at: null },
  ]);
});

test('security 55: next-auth sends nobody to another site', async ({ knock }) => {
  const elsewhere = encodeURIComponent('https://evil.example/');
  for (const path of ['signin', 'signout', 'error', 'csrf', 'callback/credentials']) {
    const answer = await knock(null, `/api/auth/${path}?callbackUrl=${elsewhere}`);
    expect.soft(answer.location ?? '', path).not.toMatch(/^(https?:)?\/\/(?!localhost)/);
    expect.soft(String(answer.headers['set-cookie']), path).not.toContain('evil.example');
    expect.soft(answer.status, path).toBeLessThan(500);
  }
});

test('security 55: a forged host moves no redirect', async ({ knock }) => {
  for (const forged of [{ 'x-forwarded-host': 'evil.example' }, { host: 'evil.example' }]) {
    for (const at of ['/admin/users', '/api/auth/signin', '/']) {
      const answer = await knock(null, at, { headers: forged });
      expect.soft(answer.headers.location ?? '', at).not.toContain('evil.example');
    }
  }
});
