import { expect } from '@playwright/test';
import { codeOf, giveSecondFactor } from '@/tests/second-factor';
import { makePerson, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';
import { SESSION_COOKIE } from '../fixtures/ask';
import { builtAction } from './support/build';
import { submit, WAYS } from './support/call';
import { PASSWORD } from './support/cast';
import { cookiesOf } from './support/cookies';
import { outcomeOf, reasonOf } from './support/outcome';
import { test } from './support/test';

for (const way of WAYS) {
  test(`security 5: the session has another id after the second factor (${way})`, async ({
    house,
    knock,
  }) => {
    const person = await makePerson();
    const { secret } = await giveSecondFactor(person.id);
    const { token } = await makeSession(person.id);
    expect(outcomeOf(await knock(token, '/personal-cabinet'))).toBe('to:/two-factor');
    const action = builtAction(house.root, '#passTwoFactorAction');
    const answer = await submit(house, token, action, { code: await codeOf(secret) }, { way });
    const next = cookiesOf(answer)[SESSION_COOKIE]?.value ?? '';
    expect(next).toMatch(/^[\w-]{43}$/);
    expect(next).not.toBe(token);
    expect(outcomeOf(await knock(next, '/personal-cabinet'))).toBe('opens');
    expect(outcomeOf(await knock(token, '/personal-cabinet')), 'the old one').toBe('sign-in');
  });
}

test('security 21: the fifth wrong code ends the sign-in, and the right one comes too late', async ({
  house,
  knock,
}) => {
  const person = await makePerson();
  const { secret } = await giveSecondFactor(person.id);
  const { token } = await makeSession(person.id);
  const action = builtAction(house.root, '#passTwoFactorAction');
  for (let wrong = 1; wrong <= 4; wrong += 1) {
    const answer = await submit(house, token, action, { code: 'AAAA-BBBB-CCCC-DDDD' });
    expect(outcomeOf(answer), String(wrong)).toBe('invalid');
  }
  const fifth = await submit(house, token, action, { code: 'AAAA-BBBB-CCCC-DDDD' });
  expect(reasonOf(fifth)).toBe('second_factor_failed');
  const late = await submit(house, token, action, { code: await codeOf(secret) });
  expect(outcomeOf(late)).toBe('sign-in');
  expect((await knock(token, '/api/session')).status).toBe(401);
});

const stateOf = (userId: string) =>
  sql(
    `SELECT a.two_factor_enabled_at, t.secret, (SELECT count(*) FROM backup_codes b
       WHERE b.user_id = a.user_id AND b.used_at IS NULL) AS codes
     FROM user_access a LEFT JOIN totp_credentials t USING (user_id) WHERE a.user_id = $1`,
    [userId],
  );

test('security 22: what is required cannot be disabled by a direct call', async ({ house }) => {
  const person = await makePerson({ password: PASSWORD, twoFactorRequired: true });
  await giveSecondFactor(person.id);
  const { token } = await makeSession(person.id, { secondFactor: true });
  const before = await stateOf(person.id);
  const calls = [
    ['#disableTwoFactorAction', { current: PASSWORD }],
    ['#startSetUpAction', { current: PASSWORD }],
    ['#cancelSetUpAction', {}],
  ] as const;
  for (const [name, fields] of calls) {
    for (const way of WAYS) {
      const answer = await submit(house, token, builtAction(house.root, name), fields, { way });
      if (way === 'called') expect.soft(outcomeOf(answer), name).toBe('refused');
      expect.soft(await stateOf(person.id), `${name}, ${way}`).toEqual(before);
    }
  }
});

test('security 22: nothing about the second factor changes without the password', async ({
  house,
}) => {
  const [on, off] = [
    await makePerson({ password: PASSWORD }),
    await makePerson({ password: PASSWORD }),
  ];
  await giveSecondFactor(on.id);
  const tokens = {
    on: (await makeSession(on.id, { secondFactor: true })).token,
    off: (await makeSession(off.id)).token,
  };
  const before = [await stateOf(on.id), await stateOf(off.id)];
  const calls = [
    ['#disableTwoFactorAction', tokens.on],
    ['#regenerateBackupCodesAction', tokens.on],
    ['#startSetUpAction', tokens.off],
  ] as const;
  for (const [name, token] of calls) {
    for (const current of ['', 'not the password']) {
      const answer = await submit(house, token, builtAction(house.root, name), { current });
      expect.soft(outcomeOf(answer), name).toBe('invalid');
    }
    const answer = await submit(house, token, builtAction(house.root, name), {});
    expect.soft(outcomeOf(answer), `${name} without the field`).toBe('invalid');
  }
  expect([await stateOf(on.id), await stateOf(off.id)]).toEqual(before);
});
