import { expect } from '@playwright/test';
import { makePerson, makeSession, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { SESSION_COOKIE } from '../fixtures/ask';
import { builtAction } from './support/build';
import { submit, WAYS } from './support/call';
import { cookieHeader, cookiesOf } from './support/cookies';
import { outcomeOf, reasonOf } from './support/outcome';
import { test, type Knock } from './support/test';

const stateOf = async (id: string) =>
  (await sql('SELECT end_reason, last_seen_at FROM sessions WHERE id = $1', [id]))[0];

const LIMITS = [
  { minutes: 61, hours: 2, outcome: 'sign-in', reason: 'idle' },
  { minutes: 59, hours: 2, outcome: 'opens' },
  { minutes: 0, hours: 24, outcome: 'sign-in', reason: 'time_limit' },
  { minutes: 0, hours: 23, outcome: 'opens' },
];

for (const { minutes, hours, outcome, reason } of LIMITS) {
  test(`security 12: seen ${minutes} min ago, made ${hours} h ago: ${outcome}`, async ({
    knock,
  }) => {
    const person = await makePerson();
    const made = { lastSeenMinutesAgo: minutes, createdHoursAgo: hours };
    const { token } = await makeSession(person.id, made);
    for (const path of ['/personal-cabinet', '/api/session']) {
      const answer = await knock(token, path);
      expect.soft(outcomeOf(answer), path).toBe(outcome);
      if (reason) expect.soft(reasonOf(answer), path).toBe(reason);
    }
  });
}

test('security 12: polling keeps no session alive', async ({ knock }) => {
  const { token, id } = await makeSession((await makePerson()).id, { lastSeenMinutesAgo: 30 });
  const before = await stateOf(id);
  expect((await knock(token, '/api/session')).status).toBe(200);
  expect(await stateOf(id)).toEqual(before);
  expect((await knock(token, '/personal-cabinet')).status).toBe(200);
  expect(await stateOf(id)).not.toEqual(before);
});

for (const way of WAYS) {
  test(`security 13: signing out ends the session on the server (${way})`, async ({
    house,
    knock,
  }) => {
    const { token, id } = await makeSession((await makePerson()).id);
    const action = builtAction(house.root, '#signOutAction');
    const answer = await submit(house, token, action, {}, { way, page: '/personal-cabinet' });
    expect(outcomeOf(answer)).toBe('to:/login?reason=signed_out');
    expect(cookiesOf(answer)[SESSION_COOKIE]?.value).toBe('');
    expect(await stateOf(id)).toMatchObject({ end_reason: 'signed_out' });
    expect(outcomeOf(await knock(token, '/personal-cabinet')), 'the old cookie').toBe('sign-in');
    expect((await knock(token, '/api/session')).status, 'the old cookie').toBe(401);
  });
}

/** A post to next-auth as its own pages make it: with the token against forgery and its cookie. */
async function nextAuth(knock: Knock, token: string, path: string, data: Record<string, unknown>) {
  const csrf = await knock(token, '/api/auth/csrf');
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
  const own = { [SESSION_COOKIE]: { value: token, attributes: [] } };
  return knock(null, `/api/auth/${path}`, {
    method: 'POST',
    headers: {
      cookie: cookieHeader({ ...cookiesOf(csrf), ...own }),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ csrfToken, json: true, ...data }),
  });
}

test('security 13: next-auth’s own sign-out ends the session too', async ({ knock }) => {
  const { token, id } = await makeSession((await makePerson()).id);
  expect((await nextAuth(knock, token, 'signout', {})).status).toBeLessThan(400);
  expect(await stateOf(id)).toMatchObject({ end_reason: 'signed_out' });
  expect(outcomeOf(await knock(token, '/personal-cabinet'))).toBe('sign-in');
});

const everythingOf = ({ id }: TestPerson) =>
  sql(
    `SELECT to_jsonb(u) AS user, to_jsonb(a) AS access, to_jsonb(s) AS session
     FROM users u JOIN user_access a ON a.user_id = u.id JOIN sessions s ON s.user_id = u.id
     WHERE u.id = $1`,
    [id],
  );

test('security 13: a session update changes nothing', async ({ knock }) => {
  const person = await makePerson();
  const stranger = await makePerson({ right: 'superuser' });
  const { token } = await makeSession(person.id);
  const before = await everythingOf(person);
  const wish = { userId: stranger.id, sub: stranger.id, email: stranger.email };
  const power = { right: 'superuser', isStaff: true, opaque: 'x', expires: '2099-01-01' };
  const data = { ...wish, ...power, user: { ...wish, ...power } };
  const answer = await nextAuth(knock, token, 'session', { data });
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toContain(stranger.email);
  expect(answer.text).not.toContain('superuser');
  expect(await everythingOf(person)).toEqual(before);
  expect(outcomeOf(await knock(token, '/admin/users'))).toBe(
    'to:/personal-cabinet?notice=staff-only',
  );
  const given = cookiesOf(answer)[SESSION_COOKIE]?.value;
  expect([undefined, token]).toContain(given);
});
