import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isUnavailable } from '@/lib/core/db';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf } from '@/tests/state';
import { signIn } from './sign-in';

const RIGHT = 'correct horse battery staple';
const from = (address: string, deviceToken?: string) => ({
  address,
  deviceToken,
  requestId: 'request-1',
  userAgent: 'Test/1.0',
});

const evaluated = async (email: string) => {
  const [row] = await sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM audit_events
     WHERE action = 'sign-in.failed' AND after ->> 'email' = $1`,
    [email],
  );
  return row!.count;
};

/** So many wrong passwords at once; says how many were looked at. */
async function guess(email: string, times: number, addressOf: (i: number) => string) {
  const before = await evaluated(email);
  const results = await Promise.allSettled(
    Array.from({ length: times }, (_, i) =>
      signIn({ email, password: `wrong ${i}` }, from(addressOf(i))),
    ),
  );
  for (const result of results) {
    if (result.status === 'fulfilled') expect(result.value).toEqual({ kind: 'failed' });
    // On a machine that is too busy some are turned away before anything is looked at.
    else expect(isUnavailable(result.reason)).toBe(true);
  }
  return (await evaluated(email)) - before;
}

const right = async (email: string, address: string, deviceToken?: string) =>
  (await signIn({ email, password: RIGHT }, from(address, deviceToken))).kind;

describe('security 56: guesses are counted together, before they are looked at', () => {
  it('200 at once: at most 10 are evaluated', async () => {
    const { email } = await makePerson({ password: RIGHT });
    expect(await guess(email, 200, () => '192.0.2.1')).toBe(10);
    expect(await guess(email, 20, () => '192.0.2.1')).toBe(0);
  });

  it('at an account that does not exist, too', async () => {
    const email = `nobody-${randomUUID()}@example.org`;
    expect(await guess(email, 50, () => '192.0.2.2')).toBe(10);
  });

  it('one IPv6 network is one address', async () => {
    const { email } = await makePerson({ password: RIGHT });
    const hosts = (i: number) => `2001:db8:1:1::${(i + 1).toString(16)}`;
    expect(await guess(email, 50, hosts)).toBe(10);
  });

  it('the same network, written short and long, is one address', async () => {
    const { email } = await makePerson({ password: RIGHT });
    const written = (i: number) => (i % 2 ? '2001:db8::1' : '2001:db8:0:0:1::2');
    expect(await guess(email, 40, written)).toBe(10);
  });

  it('from ever new addresses there is an end to it, too', async () => {
    const { email } = await makePerson({ password: RIGHT });
    expect(await guess(email, 130, (i) => `203.0.113.${i}`)).toBe(100);
  });

  it('from one address at ever new accounts likewise', async () => {
    const emails = Array.from({ length: 130 }, () => `nobody-${randomUUID()}@example.org`);
    await Promise.all(emails.map((email) => guess(email, 1, () => '192.0.2.66')));
    const counts = await Promise.all(emails.map(evaluated));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100);
  });

  it('even the right password is not looked at then', async () => {
    const { email } = await makePerson({ password: RIGHT });
    await guess(email, 12, () => '192.0.2.3');
    expect(await right(email, '192.0.2.3')).toBe('failed');
  });

  it('right ones do not use up the allowance', async () => {
    const { email } = await makePerson({ password: RIGHT });
    for (let i = 0; i < 12; i += 1) expect(await right(email, '192.0.2.4')).toBe('signed-in');
    expect(await guess(email, 9, () => '192.0.2.4')).toBe(9);
    expect(await right(email, '192.0.2.4')).toBe('signed-in');
    expect(await guess(email, 12, () => '192.0.2.4')).toBe(10);
  });
});

describe('security 57: nobody can shut another out', () => {
  it('1,000 failures from A; the owner signs in from B, known device or not', async () => {
    const { id, email } = await makePerson({ password: RIGHT });
    const first = await signIn({ email, password: RIGHT }, from('198.51.100.1'));
    if (first.kind !== 'signed-in') throw new Error(first.kind);
    for (let i = 0; i < 5; i += 1) await guess(email, 200, () => '192.0.2.10');
    expect(await right(email, '198.51.100.2', first.deviceToken)).toBe('signed-in');
    expect(await right(email, '198.51.100.3')).toBe('signed-in');
    expect(await accessOf(id)).toMatchObject({ is_active: true, locked_at: null });
  });

  it('failures from everywhere; the owner signs in with a known device', async () => {
    const { email } = await makePerson({ password: RIGHT });
    const first = await signIn({ email, password: RIGHT }, from('198.51.100.4'));
    if (first.kind !== 'signed-in') throw new Error(first.kind);
    await guess(email, 120, (i) => `198.18.0.${i}`);
    expect(await right(email, '198.51.100.5')).toBe('failed');
    expect(await right(email, '198.51.100.5', first.deviceToken)).toBe('signed-in');
    expect(await right(email, '198.18.0.1', first.deviceToken)).toBe('signed-in');
  });

  it('a device is known to its own account alone', async () => {
    const [ann, bob] = await Promise.all([
      makePerson({ password: RIGHT }),
      makePerson({ password: RIGHT }),
    ]);
    const mine = await signIn({ email: bob.email, password: RIGHT }, from('198.51.100.6'));
    if (mine.kind !== 'signed-in') throw new Error(mine.kind);
    const borrowed = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        signIn({ email: ann.email, password: `wrong ${i}` }, from('192.0.2.11', mine.deviceToken)),
      ),
    );
    expect(borrowed.every(({ kind }) => kind === 'failed')).toBe(true);
    expect(await evaluated(ann.email)).toBe(10);
  });

  it('a known device has an end, too', async () => {
    const { email } = await makePerson({ password: RIGHT });
    const first = await signIn({ email, password: RIGHT }, from('198.51.100.7'));
    if (first.kind !== 'signed-in') throw new Error(first.kind);
    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        signIn({ email, password: `wrong ${i}` }, from(`198.51.100.${i + 20}`, first.deviceToken)),
      ),
    );
    expect(await evaluated(email)).toBe(10);
  });

  it('the refusal passes by itself', async () => {
    const { id, email } = await makePerson({ password: RIGHT });
    await guess(email, 12, () => '192.0.2.12');
    expect(await right(email, '192.0.2.12')).toBe('failed');
    const [limit] = await sql<{ minutes: number }>(
      `SELECT max(expire / 1000 - extract(epoch FROM now())::bigint)::float / 60 AS minutes
       FROM rate_limits WHERE key LIKE 'pair:%'`,
    );
    expect(limit!.minutes).toBeLessThanOrEqual(15.1);
    await sql('UPDATE rate_limits SET expire = (extract(epoch FROM now()) * 1000)::bigint - 1');
    expect(await right(email, '192.0.2.12')).toBe('signed-in');
    expect(await accessOf(id)).toMatchObject({ is_active: true, locked_at: null });
  });
});
