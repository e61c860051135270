import { beforeEach, describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { env } from '@/lib/core/env';
import { auditOf } from '@/tests/state';
import { firstAdministrator } from './schema';
import { isSetupOpen, setUp } from './setup';
import { setupToken } from './token';

const VISITOR = { address: '192.0.2.1', requestId: 'request-1', userAgent: 'Test/1.0' };
const PASSWORD = 'correct horse battery staple';
const form = (email = 'first@example.org') => ({
  token: setupToken(env().APP_SECRET),
  firstName: 'Ada',
  lastName: 'Lovelace',
  email,
  password: PASSWORD,
  repeat: PASSWORD,
});
const everybody = () =>
  sql<{ id: string; email: string }>(
    `SELECT u.id, u.email, u.company_id, a.is_staff, a.admin_right
     FROM users u JOIN user_access a ON a.user_id = u.id`,
  );

beforeEach(() => sql('DELETE FROM users'));

describe('setting up', () => {
  it('makes a superuser who is signed in and can sign in', async () => {
    const { session } = await setUp(form(), VISITOR);
    const [first, ...others] = await everybody();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ company_id: null, is_staff: true, admin_right: 'superuser' });
    expect(await admit(session.token)).toMatchObject({
      kind: 'admitted',
      owed: null,
      session: { userId: first!.id, right: 'superuser' },
    });
    expect(await auditOf(first!.id)).toMatchObject([
      { action: 'setup.completed', actor_id: first!.id },
      { action: 'sign-in.succeeded', actor_id: first!.id },
    ]);
    expect(await sql('SELECT 1 FROM password_credentials')).toHaveLength(1);
  });

  it('security 7: happens once, however many try at once', async () => {
    // Nobody can write until so many have come so far: whoever only looked would find it empty.
    const tries = await inOpenTransaction(
      'LOCK TABLE users IN EXCLUSIVE MODE',
      [],
      async (commit) => {
        const pending = Promise.allSettled(
          Array.from({ length: 20 }, (_, i) => setUp(form(`first-${i}@example.org`), VISITOR)),
        );
        await untilSomebodyWaits(10);
        await commit();
        return pending;
      },
    );
    const failed = tries.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    expect(failed).toHaveLength(19);
    for (const reason of failed) expect(reason).toMatchObject({ code: 'conflict' });
    expect(await everybody()).toHaveLength(1);
    expect(await sql('SELECT 1 FROM sessions')).toHaveLength(1);
  });

  it('is over as soon as there is anybody', async () => {
    expect(await isSetupOpen(form().token)).toBe(true);
    await makePerson({ isActive: false });
    expect(await isSetupOpen(form().token)).toBe(false);
    await expect(setUp(form(), VISITOR)).rejects.toMatchObject({ code: 'conflict' });
    expect(await everybody()).toHaveLength(1);
  });

  it.each(['', 'x', setupToken('another secret'), `${setupToken('x')}=`])(
    'is refused with the link %j',
    async (token) => {
      expect(await isSetupOpen(token)).toBe(false);
      await expect(setUp({ ...form(), token }, VISITOR)).rejects.toMatchObject({
        code: 'forbidden',
      });
      expect(await everybody()).toEqual([]);
    },
  );

  it('holds the first password to the rules', async () => {
    const weak = { ...form(), password: 'lovelace1815' };
    await expect(setUp(weak, VISITOR)).rejects.toMatchObject({
      code: 'invalid',
      fields: { password: expect.any(String) as string },
    });
    expect(await everybody()).toEqual([]);
  });
});

describe('security 36, 37: its form', () => {
  it('is taken as it is', () => {
    expect(firstAdministrator.parse(form(' FIRST@Example.org '))).toMatchObject({
      email: 'first@example.org',
    });
  });

  it.each<[string, object]>([
    ['an unknown field', { isStaff: 'on' }],
    ['passwords that differ', { repeat: `${PASSWORD}.` }],
    ['a short password', { password: '1234567', repeat: '1234567' }],
    ['an array', { email: ['first@example.org'] }],
    ['no token', { token: '' }],
  ])('is refused with %s', (_, change) => {
    expect(firstAdministrator.safeParse({ ...form(), ...change }).success).toBe(false);
  });
});
