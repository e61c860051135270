import { expect } from '@playwright/test';
import { makeCompany, makeSession } from '@/tests/people';
import { builtRoutes } from './support/build';
import { makeAsker } from './support/cast';
import { FRAMEWORK } from './inside/table';
import { addressOf, makeTarget, payload } from './support/place';
import { test } from './support/test';

// What a query can carry that no link of ours does.
const QUERIES = [
  'unknown=1',
  'isStaff=true&companyId=x',
  'q=a&q=b',
  'q[]=a',
  'q[$ne]=a',
  'q[a][b]=c',
  'q=%00',
  'q=%ff%fe',
  `q=${'x'.repeat(3000)}`,
  'page=0',
  'page=-1',
  'page=1e9',
  'page=NaN',
  'page=1&page=2',
  'size=13',
  'size=1000000',
  'sort=passwordHash',
  'sort=name;DROP TABLE users',
  'status=anything',
  'status=active&status=nonsense',
  '__proto__=x',
  'constructor=x',
  'token=a&token=b',
  'token[$ne]=',
  'next=%00',
  'next=a&next=b',
  'reason=__proto__',
  'reason=constructor',
];

// For the pages that ask nothing of a query, or little.
const ANYWHERE = [
  'unknown=1&unknown=2',
  'q[$ne]=a&q=%00&page[]=1',
  'token=a&token=b&notice=__proto__',
  'token[$ne]=&token=%00',
  'next=%00&reason=__proto__',
  'next=a&next=b&reason=constructor',
];

const FOR_VISITORS = ['/login', '/setup', '/password_reset', '/first_login'];

const PATHS = [
  '%00',
  '%ff',
  '%2e%2e%2f',
  '..%5c',
  'undefined',
  'null',
  "'",
  '%27%20OR%201=1',
  '💥',
];

test('security 37: the lists and ⌘K refuse every query they do not know', async ({ knock }) => {
  const asker = await makeAsker('superuser', await makeCompany());
  const { token } = await makeSession(asker?.id ?? '');
  // Bytes that are no text become U+FFFD; Next drops the prototype; nothing stands for "not set".
  const fine = new Set(['q=%ff%fe', '__proto__=x', 'token[$ne]=']);
  for (const query of QUERIES.filter((one) => !fine.has(one))) {
    for (const list of ['/admin/users', '/admin/mail']) {
      const { status } = await knock(token, `${list}?${query}`);
      expect.soft(status, `${list}?${query}`).toBe(404);
    }
    const found = await knock(token, `/api/people?${query}`);
    expect.soft(found.status, `/api/people?${query}`).toBe(400);
    expect.soft(found.headers['content-type']).toContain('application/problem+json');
    const { at, question } = payload(`/admin/users?${query}`);
    expect.soft((await knock(token, at, question)).text, at).toContain(';404');
  }
});

test('security 37: no page and no handler fails over a query', async ({ knock, house }) => {
  const company = await makeCompany();
  const target = await makeTarget(company);
  const asker = await makeAsker('superuser', company);
  const { token } = await makeSession(asker?.id ?? '');
  const { pages, handlers } = builtRoutes(house.root);
  const routes = [...pages, ...handlers].filter((route) => !FRAMEWORK.includes(route));
  for (const route of routes) {
    const [path] = addressOf(route, target).split('?');
    const who = FOR_VISITORS.includes(route) ? null : token;
    const answers = ANYWHERE.map((query) => knock(who, `${path}?${query}`));
    const failed = (await Promise.all(answers)).filter(({ status }) => status >= 500);
    expect.soft(failed, path).toEqual([]);
  }
});

test('security 37: the cabinet shows so many steps of activity, or is not found', async ({
  knock,
}) => {
  const asker = await makeAsker('member', await makeCompany());
  const { token } = await makeSession(asker?.id ?? '');
  for (const steps of ['0', '-1', '1e9', '1.5', 'x', '1&activity=2', '51']) {
    const { status } = await knock(token, `/personal-cabinet?activity=${steps}`);
    expect.soft(status, steps).toBe(404);
  }
});

test('security 37: ids that are none are not found', async ({ knock }) => {
  const asker = await makeAsker('superuser', await makeCompany());
  const { token } = await makeSession(asker?.id ?? '');
  for (const id of PATHS.map(encodeOnce)) {
    for (const under of [
      '/admin/users/',
      '/admin/organisation/',
      '/api/auth/',
      '/api/people/',
      '/api/photos/',
      '/',
    ]) {
      const { status } = await knock(token, under + id);
      expect.soft(status, under + id).toBeGreaterThanOrEqual(300);
      expect.soft(status, under + id).toBeLessThan(500);
    }
  }
});

const encodeOnce = (text: string) => text.replace(/[^\x20-\x7e]|[ ']/gu, encodeURIComponent);

test('security 37: handlers take only the methods and bodies they are for', async ({ knock }) => {
  const asker = await makeAsker('superuser', await makeCompany());
  const { token } = await makeSession(asker?.id ?? '');
  const big = Buffer.alloc(1_000_000, 'x');
  const bodies = [
    { body: undefined },
    { body: '{', headers: { 'content-type': 'application/json' } },
    {
      body: '{"csrfToken":{"$ne":1},"email":["a"]}',
      headers: { 'content-type': 'application/json' },
    },
    { body: 'null', headers: { 'content-type': 'application/json' } },
    { body: 'x', headers: { 'content-type': 'multipart/form-data' } },
    { body: 'a[b]=c&a=1&a=2', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    { body: big, large: true },
    { body: big, large: true, headers: { 'transfer-encoding': 'chunked' } },
  ];
  const paths = ['/api/people', '/api/session', '/api/auth/session', '/api/auth/signout'];
  const more = [
    '/api/auth/callback/credentials',
    '/api/auth/signin/credentials',
    '/api/auth/nothing',
    '/api/cron/drain',
    `/api/photos/${asker?.id}`,
  ];
  for (const path of [...paths, ...more]) {
    for (const { large, ...body } of bodies) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status } = await knock(token, path, { method, ...body });
        const said = `${method} ${path} ${String(body.body).slice(0, 20)}`;
        if (large) expect.soft(status, said).toBe(413);
        else expect.soft(status, said).toBeLessThan(500);
      }
    }
  }
  expect((await knock(token, '/api/session')).status).toBe(200);
});
