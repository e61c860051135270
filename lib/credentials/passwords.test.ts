import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, verifyPassword } from './passwords';

const PASSWORD = 'correct horse battery staple';

describe('security 2: argon2id, 64 MiB, three passes', () => {
  it('is what is stored, salted each time', async () => {
    const [first, second] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22,}\$[\w+/]{43}$/);
    expect(first).not.toBe(second);
    expect(first).not.toContain(PASSWORD);
    expect(isOutdated(first)).toBe(false);
  });

  it.each([
    ['$argon2id$v=19$m=65536,t=3,p=1$c2FsdHNhbHQ$aGFzaA', false],
    ['$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaA', false],
    ['$argon2id$v=19$m=65535,t=3,p=1$c2FsdHNhbHQ$aGFzaA', true],
    ['$argon2id$v=19$m=65536,t=2,p=1$c2FsdHNhbHQ$aGFzaA', true],
    ['$argon2id$v=16$m=65536,t=3,p=1$c2FsdHNhbHQ$aGFzaA', true],
    ['$argon2i$v=19$m=65536,t=3,p=1$c2FsdHNhbHQ$aGFzaA', true],
    ['$2b$12$c2FsdHNhbHQ', true],
    ['', true],
  ])('%s is outdated: %s', (stored, expected) => {
    expect(isOutdated(stored)).toBe(expected);
  });

  it('still knows a password hashed with weaker parameters', async () => {
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    expect(await verifyPassword(weak, PASSWORD)).toBe(true);
    expect(await verifyPassword(weak, `${PASSWORD}.`)).toBe(false);
  });
});

describe('security 3: passwords are taken verbatim', () => {
  it.each([72, 73, 127, 128, 254, 255])('character %i of 256 counts', async (index) => {
    const long = 'a'.repeat(256);
    const other = `${long.slice(0, index)}b${long.slice(index + 1)}`;
    const stored = await hashPassword(long);
    expect(await verifyPassword(stored, long)).toBe(true);
    expect(await verifyPassword(stored, other)).toBe(false);
    expect(await verifyPassword(stored, long.slice(0, index))).toBe(false);
  });

  it.each([
    [' leading and trailing ', 'leading and trailing'],
    ['CASE counts', 'case counts'],
    ['with\0nothing', 'with'],
    ['ｆｕｌｌｗｉｄｔｈ', 'fullwidth'],
  ])('%j is not %j', async (password, other) => {
    const stored = await hashPassword(password);
    expect(await verifyPassword(stored, password)).toBe(true);
    expect(await verifyPassword(stored, other)).toBe(false);
  });

  it('typed on another keyboard, the same letters are the same (NFC)', async () => {
    const stored = await hashPassword('Zo\u00eb spricht leise');
    expect(await verifyPassword(stored, 'Zoe\u0308 spricht leise')).toBe(true);
  });
});

it.each(['', PASSWORD, 'no account has this password'])(
  'without a stored hash nothing matches: %j',
  async (password) => {
    expect(await verifyPassword(null, password)).toBe(false);
  },
);
