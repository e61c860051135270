import { expect } from '@playwright/test';
import { makeCompany, makePerson, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';
import { ask, ORIGIN } from '../fixtures/ask';
import { builtAction } from './support/build';
import { submit } from './support/call';
import { PASSWORD } from './support/cast';
import { cookiesOf } from './support/cookies';
import { outcomeOf, reasonOf } from './support/outcome';
import { startAnother, type AnotherServer } from './support/server';
import { test, type House } from './support/test';

test.describe.configure({ mode: 'default' });

let server: AnotherServer;
let houses: { one: House; other: House };
test.beforeAll(async () => {
  server = await startAnother();
  const root = process.cwd();
  houses = { one: { base: ORIGIN, root }, other: { base: server.base, root } };
});
test.afterAll(async () => server.stop());

const at = (house: House) => ({ base: house.base });

const signInAt = (house: House, email: string, password: string) =>
  submit(house, null, builtAction(house.root, '#signInAction'), { email, password });

test('security 66: locked through one process, out at the other on the next request', async () => {
  const { one, other } = houses;
  const company = await makeCompany();
  const person = await makePerson({ company, password: PASSWORD });
  const administrator = await makePerson({ company, right: 'user_admin' });
  const answer = await signInAt(one, person.email, PASSWORD);
  const token = cookiesOf(answer).gatehouse?.value ?? '';
  for (const house of [one, other]) {
    expect((await ask(token, '/api/session', at(house))).status).toBe(200);
  }
  const lock = builtAction(other.root, '#lockUserAction');
  const fields = { userId: person.id, reason: 'Through the other process' };
  expect(outcomeOf(await submit(other, administrator, lock, fields))).toBe('done');
  const refused = await ask(token, '/personal-cabinet', at(one));
  expect(outcomeOf(refused)).toBe('sign-in');
  expect(reasonOf(refused)).toBe('locked');
});

test('security 66: signed out at one process, signed out at the other', async () => {
  const { one, other } = houses;
  const { token } = await makeSession((await makePerson()).id);
  expect((await ask(token, '/api/session', at(other))).status).toBe(200);
  await submit(one, token, builtAction(one.root, '#signOutAction'), {});
  expect((await ask(token, '/api/session', at(other))).status).toBe(401);
});

test('security 56 and 66: wrong passwords are counted over all processes', async () => {
  const person = await makePerson({ password: PASSWORD });
  const wrong = Array.from(
    { length: 24 },
    (_, turn) => [houses.one, houses.other][turn % 2] as House,
  );
  const answers = await Promise.all(
    wrong.map((house) => signInAt(house, person.email, 'a wrong one')),
  );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text.length}`)).size).toBe(1);
  const evaluated = await sql(
    `SELECT 1 FROM audit_events WHERE action = 'sign-in.failed' AND subject_id = $1`,
    [person.id],
  );
  expect(evaluated.length).toBeLessThanOrEqual(10);
  for (const house of [houses.one, houses.other]) {
    expect(outcomeOf(await signInAt(house, person.email, PASSWORD))).toBe('refused');
  }
  const sessions = await sql('SELECT 1 FROM sessions WHERE user_id = $1', [person.id]);
  expect(sessions).toEqual([]);
});
