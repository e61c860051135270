import { expect, test } from '@playwright/test';
import { launch } from './support/server';

const KEY = Buffer.alloc(32, 1).toString('base64');

const WRONG: [string, Record<string, string | undefined>, RegExp][] = [
  ['no DATABASE_URL', { DATABASE_URL: undefined }, /DATABASE_URL is not set/],
  ['another kind of DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }, /DATABASE_URL must be/],
  ['no APP_URL', { APP_URL: undefined }, /APP_URL/],
  ['no APP_SECRET', { APP_SECRET: undefined }, /APP_SECRET is not set/],
  ['an empty APP_SECRET', { APP_SECRET: '' }, /APP_SECRET is not set/],
  ['a short APP_SECRET', { APP_SECRET: 'short' }, /APP_SECRET/],
  ['no ENCRYPTION_KEYS', { ENCRYPTION_KEYS: undefined }, /ENCRYPTION_KEYS is not set/],
  ['a short key', { ENCRYPTION_KEYS: 'a:c2hvcnQ=' }, /ENCRYPTION_KEYS must be/],
  ['two keys of one name', { ENCRYPTION_KEYS: `a:${KEY},a:${KEY}` }, /ENCRYPTION_KEYS must be/],
  ['TRUSTED_PROXIES in words', { TRUSTED_PROXIES: 'many' }, /TRUSTED_PROXIES/],
];

for (const [what, env, says] of WRONG) {
  test(`security 16: with ${what} the server does not start, and says so in one line`, async () => {
    const { ready, ended, said, stop } = await launch({ env });
    const first = await Promise.race([ready, ended]);
    if (first === 'ready') await stop();
    expect(first).toBe(1);
    const lines = said.err.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(says);
    for (const secret of [process.env.APP_SECRET, process.env.ENCRYPTION_KEYS, KEY]) {
      expect(said.err + said.out).not.toContain(secret);
    }
  });
}
