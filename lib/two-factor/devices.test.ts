import { expect, it } from 'vitest';
import { signIn } from '@/lib/sign-in/sign-in';
import { actorOf, makePerson } from '@/tests/people';
import { codeOf, giveSecondFactor } from '@/tests/second-factor';
import { sql } from '@/tests/sql';
import { passTwoFactor } from './commands';

const PASSWORD = 'correct horse battery staple';
const visitor = { address: '192.0.2.1', requestId: 'request-1', userAgent: 'Test/1.0' };

const devicesOf = (userId: string) =>
  sql('SELECT 1 FROM known_devices WHERE user_id = $1', [userId]);

it('security 57: a browser is known once it gave the second factor, not for the password alone', async () => {
  const ann = await makePerson({ password: PASSWORD });
  const { secret } = await giveSecondFactor(ann.id);
  for (let i = 0; i < 12; i += 1) {
    const entered = await signIn({ email: ann.email, password: PASSWORD }, visitor);
    if (entered.kind !== 'signed-in') throw new Error(entered.kind);
    expect(entered.deviceToken).toBeUndefined();
  }
  expect(await devicesOf(ann.id)).toEqual([]);
  const entered = await signIn({ email: ann.email, password: PASSWORD }, visitor);
  if (entered.kind !== 'signed-in') throw new Error(entered.kind);
  const actor = actorOf(ann, entered.session.sessionId);
  const passed = await passTwoFactor(actor, { kind: 'totp', code: await codeOf(secret) });
  if (passed.kind !== 'passed') throw new Error(passed.kind);
  expect(await devicesOf(ann.id)).toHaveLength(1);
  // The next time it is known, and stays the same.
  const again = await signIn(
    { email: ann.email, password: PASSWORD },
    { ...visitor, deviceToken: passed.deviceToken },
  );
  expect(again).toMatchObject({ kind: 'signed-in' });
  expect(await devicesOf(ann.id)).toHaveLength(1);
});
