import { createHash, randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { setupToken } from '@/lib/setup/token';
import { makeCompany, makePerson, makeSession, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { linksOf, makeLink } from '@/tests/newcomers';
import { giveSecondFactor } from '@/tests/second-factor';
import { SESSION_COOKIE } from '../fixtures/ask';
import { failedMail } from './support/mail';
import { rowsOf } from './inside/table';
import { builtAction } from './support/build';
import { submit, WAYS } from './support/call';
import { addressOf, makeParts, payload } from './support/place';
import { test } from './support/test';

/** All the ways in which bytes could have been written down. */
const forms = (bytes: Buffer) => [
  bytes.toString('hex'),
  bytes.toString('base64').replace(/=+$/, ''),
  bytes.toString('base64url'),
  [...bytes].join(','),
];

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Fills every place of the database that holds a secret of a person; returns what must not be read. */
async function plant({ id }: TestPerson): Promise<string[]> {
  const canary = `canary${randomBytes(12).toString('hex')}`;
  const hash = `$argon2id$v=19$m=19456,t=2,p=1$${canary}$${canary}`;
  await sql(
    `INSERT INTO password_credentials (user_id, hash) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash`,
    [id, hash],
  );
  const { token } = await makeSession(id);
  const device = randomBytes(32).toString('base64url');
  await sql('INSERT INTO known_devices (user_id, token_hash) VALUES ($1, $2)', [
    id,
    digest(device),
  ]);
  await sql(`INSERT INTO rate_limits (key, points) VALUES ($1, 1)`, [`pair:${canary}`]);
  const known = [canary, token, device, ...forms(digest(token)), ...forms(digest(device))];
  return [...known, ...(await plantFactor(id)), ...(await plantLinks(id))];
}

/** A second factor that is on; its key, as it is and as it is kept, its codes and their hashes. */
async function plantFactor(userId: string): Promise<string[]> {
  const { secret, codes } = await giveSecondFactor(userId);
  const [row] = await sql<{ sealed: string }>(
    'SELECT secret AS sealed FROM totp_credentials WHERE user_id = $1',
    [userId],
  );
  return [secret, row?.sealed ?? '', ...codes, ...codes.flatMap((code) => forms(digest(code)))];
}

/** Links of both purposes that still open something; their tokens and ids. */
async function plantLinks(userId: string): Promise<string[]> {
  const made = (['first_login', 'password_reset'] as const).map(async (purpose) => {
    const device = randomBytes(32).toString('base64url');
    return [
      await makeLink(userId, { purpose }),
      await makeLink(userId, { purpose, askedBy: { deviceToken: device } }),
      ...forms(digest(device)),
    ];
  });
  const tokens = (await Promise.all(made)).flat();
  return [...tokens, ...(await linksOf(userId)).map(({ id }) => id)];
}

/** A control word of the company; its hash as it is kept. */
async function plantWord(companyId: string): Promise<string[]> {
  const canary = `word${randomBytes(12).toString('hex')}`;
  await sql(
    'UPDATE companies SET control_word_hash = $2, control_word_changed_at = now() WHERE id = $1',
    [companyId, `$argon2id$v=19$m=19456,t=2,p=1$${canary}$${canary}`],
  );
  return [canary];
}

const { APP_SECRET = 'unset', ENCRYPTION_KEYS = 'unset', DATABASE_URL = 'unset' } = process.env;
const OF_THE_HOUSE = [
  APP_SECRET,
  setupToken(APP_SECRET),
  ENCRYPTION_KEYS.replace(/^\w+:/, ''),
  new URL(DATABASE_URL === 'unset' ? 'postgresql://a:unset@b' : DATABASE_URL).password,
];

test('security 39: no secret reaches a page, a payload or JSON', async ({ knock }) => {
  const company = await makeCompany();
  const viewer = await makePerson({ company, right: 'superuser' });
  const person = await makePerson({ company, firstName: 'Canary', lastName: 'Bird' });
  const mine = await makeSession(viewer.id, { secondFactor: true });
  const canaries = [
    ...(await plant(person)),
    ...(await plant(viewer)),
    ...(await plantWord(company.id)),
    ...OF_THE_HOUSE,
  ];
  await failedMail(company);
  const parts = await makeParts(company);
  const seen: string[] = [];
  for (const { kind, name } of [...rowsOf('page'), ...rowsOf('handler')]) {
    const address = addressOf(name, { company, person, parts });
    const answers = [await knock(mine.token, address), await knock(null, address)];
    const { at, question } = payload(address);
    if (kind === 'page') answers.push(await knock(mine.token, at, question));
    for (const { text, headers } of answers) {
      const whole = text + JSON.stringify(headers);
      const told = [...canaries, mine.token, ...forms(digest(mine.token))].filter((one) =>
        whole.includes(one),
      );
      expect.soft(told, name).toEqual([]);
      if (text.includes(person.email)) seen.push(name);
    }
  }
  expect([...new Set(seen)], 'where the person is shown').toEqual(
    expect.arrayContaining(['/admin/users', '/admin/users/[userId]', '/api/people']),
  );
});

test('security 39: next-auth tells nothing of the session but that it is there', async ({
  knock,
}) => {
  const person = await makePerson({ right: 'superuser' });
  const { token } = await makeSession(person.id);
  for (const path of ['session', 'csrf', 'providers']) {
    const { text } = await knock(token, `/api/auth/${path}`);
    for (const one of [token, ...forms(digest(token)), ...OF_THE_HOUSE, 'superuser']) {
      expect.soft(text, path).not.toContain(one);
    }
  }
});

test('security 39: what was typed comes back without the passwords', async ({ house }) => {
  const person = await makePerson({ right: 'superuser' });
  const { token } = await makeSession(person.id);
  const typed = `typed-${randomBytes(9).toString('hex')}`;
  const email = `${randomBytes(6).toString('hex')}@example.org`;
  const secrets = {
    password: typed,
    repeat: `${typed}2`,
    current: `${typed}3`,
    token: `${typed}4`,
    word: `${typed}5`,
    code: `${typed}6`,
  };
  const forms: [string, Record<string, string>][] = [
    ['#signInAction', { email, password: secrets.password, next: '/' }],
    [
      '#setUpAction',
      { email, firstName: '', lastName: '', ...pick('password', 'repeat', 'token') },
    ],
    ['#changePasswordAction', pick('password', 'repeat', 'current')],
    ['#completeResetAction', pick('token', 'password', 'repeat')],
    ['first_login/actions.ts#noteOpenedAction', pick('token')],
    ['#askFirstLoginAction', { email: 'no address', ...pick('word') }],
    ['#firstLoginAction', pick('token', 'word')],
    ['#startSetUpAction', pick('current')],
    ['#confirmSetUpAction', pick('code')],
    ['#testCodeAction', pick('code')],
    ['#disableTwoFactorAction', pick('current')],
    ['#regenerateBackupCodesAction', pick('current')],
    ['#setControlWordAction', { companyId: person.companyId ?? '', ...pick('word', 'repeat') }],
    ['#setPasswordAction', { userId: person.id, ...pick('password', 'repeat') }],
    [
      '#createUserAction',
      { email, firstName: '', lastName: '', companyId: '', ...pick('password') },
    ],
  ];
  function pick(...names: (keyof typeof secrets)[]) {
    return Object.fromEntries(names.map((name) => [name, secrets[name]]));
  }
  for (const [name, fields] of forms) {
    for (const way of WAYS) {
      const action = builtAction(house.root, name);
      const who = /signIn|setUp|Reset|irstLogin|Opened/.test(name) ? null : token;
      const { text, headers } = await submit(house, who, action, fields, { way });
      expect.soft(text + JSON.stringify(headers), `${name}, ${way}`).not.toContain(typed);
      if (way === 'called' && fields.email === email)
        expect.soft(text, `${name} keeps what may stay`).toContain(email);
    }
  }
});

test('security 39: the session cookie is in no page', async ({ knock }) => {
  const { token } = await makeSession((await makePerson()).id);
  const { text } = await knock(token, '/personal-cabinet');
  expect(text).not.toContain(token);
  expect(text).not.toContain(`${SESSION_COOKIE}=`);
});
