import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { changePassword } from '@/lib/passwords/commands';
import { giveAnswers } from '@/tests/answers';
import { browser, makeNewcomer, makeWordedCompany, linksOf, WORD } from '@/tests/newcomers';
import { actorOf, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { askFirstLogin } from './ask-first-login';
import { signIn } from './sign-in';

const PASSWORD = 'correct horse battery staple';
const NEW = 'another phrase altogether';

it('security 57: one e-mail, tried without end, shuts no First Login of its company', async () => {
  const company = await makeWordedCompany();
  const [bait, ann] = [await makeNewcomer({ company }), await makeNewcomer({ company })];
  const guess = (i: number) =>
    askFirstLogin(
      { email: bait.email, word: `wrong ${i}` },
      { ...browser(), address: `198.18.${i >> 6}.1` },
    );
  await Promise.all(Array.from({ length: 400 }, (_, i) => guess(i)));
  const [counted] = await sql<{ points: number }>(
    "SELECT points FROM rate_limits WHERE key LIKE 'first-login-company:%'",
  );
  expect(counted!.points).toBe(10);
  await askFirstLogin({ email: ann.email, word: WORD }, browser());
  await giveAnswers();
  expect(await linksOf(ann.id)).toHaveLength(1);
});

it('security 57: under a flood the owner changes the password and still gets in', async () => {
  const ann = await makePerson({ password: PASSWORD });
  const visitor = { address: '192.0.2.1', requestId: 'request-1', userAgent: 'Test/1.0' };
  const first = await signIn({ email: ann.email, password: PASSWORD }, visitor);
  if (first.kind !== 'signed-in') throw new Error(first.kind);
  const { session, deviceToken } = first;
  await Promise.all(
    Array.from({ length: 120 }, (_, i) =>
      signIn(
        { email: ann.email, password: randomUUID() },
        { ...visitor, address: `198.19.0.${i}` },
      ),
    ),
  );
  const input = { current: PASSWORD, password: NEW, repeat: NEW };
  await changePassword(actorOf(ann, session.sessionId), input, { deviceToken });
  const again = (token?: string) =>
    signIn({ email: ann.email, password: NEW }, { ...visitor, deviceToken: token });
  expect((await again()).kind).toBe('failed');
  expect((await again(deviceToken)).kind).toBe('signed-in');
});
