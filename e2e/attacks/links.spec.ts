import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { linksOf, makeLink, makeNewcomer, WORD } from '@/tests/newcomers';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { ask } from '../fixtures/ask';
import { builtAction } from './support/build';
import { submit, WAYS, type Fields } from './support/call';
import { NEW_PASSWORD } from './support/deeds/deed';
import { outcomeOf } from './support/outcome';
import { launch } from './support/server';
import { test, type House } from './support/test';

const PURPOSES = ['password_reset', 'first_login'] as const;

for (const purpose of PURPOSES) {
  test(`security 24: reading the address of a link changes nothing: ${purpose}`, async ({
    knock,
  }) => {
    const { id } = await makeNewcomer();
    const token = await makeLink(id, { purpose });
    const before = await linksOf(id);
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET']) {
      for (const slash of ['', '/']) {
        const { status } = await knock(null, `/${purpose}${slash}?token=${token}`, { method });
        expect.soft(status, method).toBeLessThan(400);
      }
    }
    expect(await linksOf(id)).toEqual(before);
  });
}

test('security 24: both pages answer with and without a slash at the end', async ({ knock }) => {
  for (const purpose of PURPOSES) {
    const token = await makeLink((await makeNewcomer()).id, { purpose });
    const { status, location } = await knock(null, `/${purpose}/?token=${token}`);
    expect.soft([200, 308], purpose).toContain(status);
    if (status === 308) expect.soft(location, purpose).toBe(`/${purpose}?token=${token}`);
  }
});

/** How somebody would have another's link mailed to themselves as well (CVE-2023-7028). */
const addressed = (victim: string, attacker: string): Record<string, Fields> => ({
  'two of one name': { email: [victim, attacker] },
  'the other way round': { email: [attacker, victim] },
  'a list': { 'email[]': [victim, attacker] },
  'a list by number': { 'email[0]': victim, 'email[1]': attacker },
  'an operator': { 'email[$ne]': attacker },
  'an object': { 'email.to': victim, 'email.cc': attacker },
  'one with a comma': { email: `${victim},${attacker}` },
  'one with a semicolon': { email: `${victim};${attacker}` },
  'one with a line break': { email: `${victim}\r\nBcc: ${attacker}` },
  'one with a name': { email: `${attacker} <${victim}>` },
});

for (const [name, more] of [
  ['#requestResetAction', {}],
  ['#askFirstLoginAction', { word: WORD }],
] as const) {
  test(`security 26: one recipient or none: ${name}`, async ({ house }) => {
    const [victim, attacker] = [await makeNewcomer(), await makeNewcomer()];
    for (const [what, fields] of Object.entries(addressed(victim.email, attacker.email))) {
      for (const way of WAYS) {
        const action = builtAction(house.root, name);
        const answer = await submit(house, null, action, { ...fields, ...more }, { way });
        const single = typeof fields.email === 'string';
        if (single && way === 'called') expect.soft(outcomeOf(answer), what).toBe('invalid');
        if (!single) expect.soft(answer.status, what).toBeGreaterThanOrEqual(400);
        expect.soft(answer.status, what).toBeLessThan(500);
      }
    }
    for (const { id, email } of [victim, attacker]) {
      expect(await linksOf(id)).toEqual([]);
      expect(await sql('SELECT 1 FROM mails WHERE to_address = $1', [email])).toEqual([]);
    }
  });
}

/** Everything somebody does with a link, the last of which uses it up; what each was answered. */
async function useUp(house: House, purpose: (typeof PURPOSES)[number], token: string) {
  const [look, act] =
    purpose === 'password_reset'
      ? (['password_reset/actions.ts#noteOpenedAction', '#completeResetAction'] as const)
      : (['first_login/actions.ts#noteOpenedAction', '#firstLoginAction'] as const);
  const answers = [await ask(null, `/${purpose}?token=${token}`, { base: house.base })];
  const send = (name: string, fields: Fields, way: (typeof WAYS)[number]) =>
    submit(house, null, builtAction(house.root, name), { token, ...fields }, { way });
  const right: Fields =
    purpose === 'password_reset'
      ? { password: NEW_PASSWORD, repeat: NEW_PASSWORD }
      : { word: WORD };
  const wrong: Fields =
    purpose === 'password_reset'
      ? { password: 'short', repeat: 'short' }
      : { word: 'not the word' };
  for (const fields of [wrong, right, right]) {
    for (const way of WAYS) {
      answers.push(await send(look, {}, way), await send(act, fields, way));
    }
  }
  return answers;
}

test('security 31: no token in the log, in a place to go to, or in the database', async ({
  house,
}) => {
  const server = await launch({ env: { LOG_LEVEL: 'debug' } });
  const own: House = { base: server.base, root: house.root };
  try {
    await server.ready;
    for (const purpose of PURPOSES) {
      const { id } = await makeNewcomer();
      const token = await makeLink(id, { purpose });
      const answers = await useUp(own, purpose, token);
      for (const { headers } of answers) expect.soft(JSON.stringify(headers)).not.toContain(token);
      expect((await linksOf(id))[0]?.consumed_at, purpose).not.toBeNull();
      const tables = ['audit_events', 'sessions', 'mails', 'access_links', 'rate_limits'];
      for (const table of tables) {
        const found = await sql(`SELECT 1 FROM ${table} t WHERE t::text LIKE $1`, [`%${token}%`]);
        expect.soft(found, table).toEqual([]);
      }
      expect.soft(server.said.out + server.said.err).not.toContain(token);
      expect.soft(server.said.out + server.said.err).not.toContain(token.slice(22));
    }
  } finally {
    await server.stop();
  }
});

test('security 23: a token of another purpose, altered, or of nobody opens nothing', async ({
  house,
  knock,
}) => {
  const { id } = await makeNewcomer({ password: 'seven green bottles' });
  const [reset, first] = [
    await makeLink(id, { purpose: 'password_reset' }),
    await makeLink(id, { purpose: 'first_login' }),
  ];
  const before = await linksOf(id);
  const altered = `${reset.slice(0, -1)}${reset.endsWith('A') ? 'B' : 'A'}`;
  const none = [
    first,
    altered,
    `${reset}A`,
    reset.slice(0, 22),
    randomBytes(48).toString('base64url'),
  ];
  for (const token of none) {
    const page = await knock(null, `/password_reset?token=${encodeURIComponent(token)}`);
    expect.soft(page.text).toContain('This link is no longer valid');
    const fields = { token, password: NEW_PASSWORD, repeat: NEW_PASSWORD };
    const answer = await submit(
      house,
      null,
      builtAction(house.root, '#completeResetAction'),
      fields,
    );
    expect.soft(outcomeOf(answer)).toBe('to:/password_reset?notice=invalid');
  }
  expect(await linksOf(id)).toEqual(before);
});

test('security 29: whoever may not enter gains nothing by a link', async ({ house }) => {
  const kept = {
    locked: { locked: true },
    inactive: { isActive: false },
    past: { endDate: '2020-01-01' },
  };
  for (const [what, is] of Object.entries(kept)) {
    const { id } = await makePerson({ ...is, password: 'seven green bottles' });
    const token = await makeLink(id, { purpose: 'password_reset' });
    const fields = { token, password: NEW_PASSWORD, repeat: NEW_PASSWORD };
    const action = builtAction(house.root, '#completeResetAction');
    const answer = await submit(house, null, action, fields);
    expect.soft(outcomeOf(answer), what).toBe('to:/password_reset?notice=invalid');
    const newcomer = await makeNewcomer(is);
    const enter = builtAction(house.root, '#firstLoginAction');
    const given = { token: await makeLink(newcomer.id), word: WORD };
    await submit(house, null, enter, given);
    const sessions = await sql('SELECT 1 FROM sessions WHERE user_id = ANY($1)', [
      [id, newcomer.id],
    ]);
    expect.soft(sessions, what).toEqual([]);
  }
});
