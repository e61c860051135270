import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sql } from '@/tests/sql';
import {
  allow,
  allowAll,
  allowAttempt,
  clearExpired,
  forgiveAttempt,
  giveBack,
  network,
  type Allowance,
} from './throttle';

const POINTS: [Allowance, number][] = [
  ['reset-address', 20],
  ['first-login-email', 10],
  ['first-login-address', 50],
  ['first-login-company', 300],
  ['two-factor', 20],
];

describe('security 56: an allowance', () => {
  it.each(POINTS)('of %s is %i, however many come at once', async (kind, points) => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: points + 30 }, () => allow(kind, key)));
    expect(answers.filter(Boolean)).toHaveLength(points);
  });

  it('is kept for each key and each kind alone', async () => {
    const key = randomUUID();
    for (let i = 0; i < 20; i += 1) await allow('two-factor', key);
    expect(await allow('two-factor', key)).toBe(false);
    expect(await allow('two-factor', randomUUID())).toBe(true);
    expect(await allow('reset-address', key)).toBe(true);
  });

  it('starts anew when forgiven, and by itself after its time', async () => {
    const attempt = { email: 'a@example.org', address: '192.0.2.1', knownDevice: randomUUID() };
    const use = async () => {
      for (let i = 0; i < 10; i += 1) await allowAttempt(attempt);
      return allowAttempt(attempt);
    };
    expect(await use()).toBe(false);
    await forgiveAttempt(attempt);
    expect(await allowAttempt(attempt)).toBe(true);
    expect(await use()).toBe(false);
    await sql('UPDATE rate_limits SET expire = 1');
    expect(await allowAttempt(attempt)).toBe(true);
  });

  it('grows for the wider only while the first has room', async () => {
    const [own, wide] = [randomUUID(), randomUUID()];
    const both = () =>
      allowAll([
        ['pair', own],
        ['email', wide],
      ]);
    const answers = await Promise.all(Array.from({ length: 200 }, both));
    expect(answers.filter(Boolean)).toHaveLength(10);
    for (let i = 10; i < 100; i += 1) expect(await allow('email', wide)).toBe(true);
    expect(await allow('email', wide)).toBe(false);
  });

  it('does not count what is given back, and never less than nothing', async () => {
    const key = randomUUID();
    for (let i = 0; i < 60; i += 1) {
      expect(await allow('two-factor', key)).toBe(true);
      await giveBack([['two-factor', key]]);
    }
    await giveBack([['two-factor', key]]);
    for (let i = 0; i < 20; i += 1) expect(await allow('two-factor', key)).toBe(true);
    expect(await allow('two-factor', key)).toBe(false);
  });

  it('leaves no row once its time is over', async () => {
    await allow('two-factor', randomUUID());
    await clearExpired();
    expect(await sql('SELECT 1 FROM rate_limits')).not.toEqual([]);
    await sql('UPDATE rate_limits SET expire = 1');
    await clearExpired();
    expect(await sql('SELECT 1 FROM rate_limits')).toEqual([]);
  });

  it('keeps no key in clear', async () => {
    await allow('first-login-email', 'canary@example.org');
    await allowAttempt({
      email: 'canary@example.org',
      address: '192.0.2.77',
      knownDevice: undefined,
    });
    const keys = await sql<{ key: string }>('SELECT key FROM rate_limits');
    expect(keys.map(({ key }) => key).join()).not.toMatch(/canary|192\.0\.2\.77/);
  });
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, expected) => {
  expect(network(address)).toBe(expected);
});
