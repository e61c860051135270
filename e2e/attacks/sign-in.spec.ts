import { createHash, randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { makePerson, makeSession, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import type { Answer } from '../fixtures/ask';
import { builtAction } from './support/build';
import { PASSWORD } from './support/cast';
import { cookiesOf } from './support/cookies';
import { submit, WAYS } from './support/call';
import { outcomeOf } from './support/outcome';
import { test, type House } from './support/test';

const signIn = (house: House, { email }: TestPerson, way = WAYS[0], cookie: string | null = null) =>
  submit(
    house,
    cookie,
    builtAction(house.root, '#signInAction'),
    { email, password: PASSWORD, next: '/' },
    { way },
  );

const tokenIn = (answer: Answer) => cookiesOf(answer).gatehouse?.value ?? '';

const sessionsBehind = (token: string) =>
  sql<{ user_id: string; ended_at: Date | null }>(
    'SELECT user_id, ended_at FROM sessions WHERE token_hash = $1',
    [createHash('sha256').update(token).digest()],
  );

for (const way of WAYS) {
  test(`security 5: a planted cookie does not become the session (${way})`, async ({ house }) => {
    const person = await makePerson({ password: PASSWORD });
    const planted = randomBytes(32).toString('base64url');
    const token = tokenIn(await signIn(house, person, way, planted));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(token).not.toBe(planted);
    expect(await sessionsBehind(planted)).toEqual([]);
    expect(await sessionsBehind(token)).toEqual([{ user_id: person.id, ended_at: null }]);
  });
}

test('security 5: signing in over a live session makes another one', async ({ house, knock }) => {
  const [attacker, victim] = [await makePerson(), await makePerson({ password: PASSWORD })];
  const { token: theirs } = await makeSession(attacker.id);
  const token = tokenIn(await signIn(house, victim, 'posted', theirs));
  expect(token).not.toBe(theirs);
  expect((await sessionsBehind(theirs))[0]?.user_id).toBe(attacker.id);
  expect((await knock(theirs, '/personal-cabinet')).text).not.toContain(victim.email);
});

test('security 5: each sign-in has a session id of its own', async ({ house }) => {
  const person = await makePerson({ password: PASSWORD });
  const tokens = [tokenIn(await signIn(house, person)), tokenIn(await signIn(house, person))];
  expect(new Set(tokens).size).toBe(2);
});

test('security 55: after sign-in one stays on this site', async ({ house, knock }) => {
  const person = await makePerson({ password: PASSWORD });
  const action = builtAction(house.root, '#signInAction');
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/%09/evil.example/..//evil.example',
    'evil.example',
  ];
  for (const next of elsewhere) {
    for (const way of WAYS) {
      const fields = { email: person.email, password: PASSWORD, next };
      const outcome = outcomeOf(await submit(house, null, action, fields, { way }));
      expect.soft(outcome, next).toMatch(/^to:\/(?![/\\])/);
    }
    const at = `/login?next=${encodeURIComponent(next)}`;
    expect.soft(outcomeOf(await knock(person, at)), next).toMatch(/^to:\/(?![/\\])/);
  }
  const fields = { email: person.email, password: PASSWORD, next: '/update_profile' };
  expect(outcomeOf(await submit(house, null, action, fields))).toBe('to:/update_profile');
});
