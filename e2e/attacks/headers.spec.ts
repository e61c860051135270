import { expect } from '@playwright/test';
import { makePerson, makeSession } from '@/tests/people';
import type { Answer } from '../fixtures/ask';
import { test } from './support/test';

const EVERYWHERE: Record<string, RegExp> = {
  'strict-transport-security': /max-age=(?:[3-9]\d{7}|\d{9,}); includeSubDomains/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  // Never a path, which may hold a token (security 31).
  'referrer-policy': /^strict-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
};

function policyOf({ headers }: Answer): Record<string, string[]> {
  const policy = String(headers['content-security-policy'] ?? '');
  const entries = policy.split(';').map((part) => part.trim().split(/\s+/));
  return Object.fromEntries(entries.map(([name = '', ...sources]) => [name, sources]));
}

function expectHeaders(answer: Answer, what: string): void {
  for (const [name, value] of Object.entries(EVERYWHERE)) {
    expect.soft(String(answer.headers[name]), `${name}: ${what}`).toMatch(value);
  }
  expect.soft(answer.headers, what).not.toHaveProperty('x-powered-by');
  expect.soft(answer.headers, what).not.toHaveProperty('server');
}

function expectPolicy(answer: Answer, what: string): void {
  const policy = policyOf(answer);
  for (const name of ['object-src', 'base-uri', 'frame-ancestors']) {
    expect.soft(policy[name], `${name}: ${what}`).toEqual(["'none'"]);
  }
  expect.soft(policy['default-src'], what).toEqual(["'self'"]);
  expect.soft(policy['form-action'], what).toEqual(["'self'"]);
  const [, ...nonces] = policy['script-src'] ?? [];
  expect.soft(nonces[0], what).toMatch(/^'nonce-[\w+/]{22}=='$/);
  expect.soft(JSON.stringify(policy), what).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
}

const BAD_FORM = { method: 'POST', body: Buffer.from('x') };

// What is asked, how, by whom, and the status that shows that it is the answer meant.
const ANSWERS: { what: string; at: string; signedIn?: boolean; status: number; method?: string }[] =
  [
    { what: 'sign-in page', at: '/login', status: 200 },
    { what: 'page', at: '/admin/users', signedIn: true, status: 200 },
    { what: 'redirect', at: '/admin/users', status: 307 },
    { what: 'page that is not there', at: '/nothing-here', signedIn: true, status: 404 },
    { what: 'person who is not there', at: '/admin/users/x', signedIn: true, status: 404 },
    { what: 'page of the administration refused', at: '/admin/organisation/new', status: 403 },
    { what: 'handler', at: '/api/session', signedIn: true, status: 200 },
    { what: 'handler, not signed in', at: '/api/session', status: 401 },
    { what: 'handler, bad query', at: '/api/people?x=1', signedIn: true, status: 400 },
    {
      what: 'method that is not there',
      at: '/api/people',
      signedIn: true,
      status: 405,
      method: 'PATCH',
    },
    { what: 'broken form', at: '/login', status: 415, ...BAD_FORM },
    { what: 'page of a link', at: '/password_reset?token=x', status: 200 },
    { what: 'page of a first login', at: '/first_login?token=x', status: 200 },
    { what: 'settings refused', at: '/admin/settings', status: 403 },
    { what: 'photo of no id', at: '/api/photos/x', signedIn: true, status: 400 },
    { what: 'photo, not signed in', at: '/api/photos/x', status: 401 },
    { what: 'timer without its secret', at: '/api/cron/drain', status: 404 },
    { what: 'next-auth', at: '/api/auth/session', status: 200 },
  ];

for (const { what, at, signedIn = false, status, ...question } of ANSWERS) {
  test(`security 54: headers of: ${what}`, async ({ knock }) => {
    const right = status === 403 ? 'auditor' : 'superuser';
    const person = signedIn || status === 403 ? await makePerson({ right }) : null;
    const answer = await knock(person, at, question);
    expect(answer.status).toBe(status);
    expectHeaders(answer, what);
    expectPolicy(answer, what);
  });
}

test('security 54: headers of assets and probes', async ({ knock }) => {
  const { text } = await knock(null, '/login');
  const assets = text.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g) ?? [];
  expect(assets.length).toBeGreaterThan(2);
  for (const at of [
    ...new Set(assets),
    '/icon.svg',
    '/livez',
    '/readyz',
    '/_next/static/none.js',
  ]) {
    expectHeaders(await knock(null, at), at);
  }
});

const FOR_VISITORS = /^\/(login|password_reset|first_login)/;
const PAGES = [
  '/login',
  '/password_reset?token=x',
  '/first_login',
  '/setup',
  '/admin/users',
  '/admin/mail',
  '/admin/settings',
  '/personal-cabinet',
  '/update_profile',
  '/nothing-here',
];

test('security 54: a nonce serves once, and every script bears it', async ({ knock }) => {
  const { token } = await makeSession((await makePerson({ right: 'superuser' })).id);
  const nonces = new Set<string>();
  for (const at of PAGES) {
    const answer = await knock(FOR_VISITORS.test(at) ? null : token, at);
    const nonce =
      /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '';
    nonces.add(nonce);
    const tags = answer.text.match(/<(?:script|style)\b[^>]*>/g) ?? [];
    expect.soft(tags.length, at).toBeGreaterThan(0);
    expect
      .soft(
        tags.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
        at,
      )
      .toEqual([]);
    expect.soft(answer.text, at).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)="/);
  }
  expect(nonces.size).toBe(PAGES.length);
});
