import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

/** The module as a process with this keyring has it. */
async function withKeys(...keys: string[]) {
  vi.stubEnv('ENCRYPTION_KEYS', keys.join(','));
  vi.resetModules();
  return import('./seal');
}

const [FIRST, SECOND] = [key('first'), key('second')];
const owner = randomUUID();

beforeEach(() => vi.unstubAllEnvs());

describe('security 59: a sealed secret', () => {
  it('opens for its owner, says nothing of itself, and never looks the same twice', async () => {
    const { seal, unseal } = await withKeys(FIRST);
    const [one, two] = [seal('the secret', owner), seal('the secret', owner)];
    expect([unseal(one, owner), unseal(two, owner)]).toEqual(['the secret', 'the secret']);
    expect(one).not.toBe(two);
    expect(one).not.toContain('secret');
    expect(Buffer.from(one.split('.')[3]!, 'base64url').toString()).not.toContain('secret');
  });

  it('does not open for another owner', async () => {
    const { seal, unseal } = await withKeys(FIRST);
    expect(() => unseal(seal('the secret', owner), randomUUID())).toThrow();
  });

  it.each([1, 2, 3])('does not open once part %i of it was altered', async (part) => {
    const { seal, unseal } = await withKeys(FIRST);
    const parts = seal('the secret', owner).split('.');
    const bytes = Buffer.from(parts[part]!, 'base64url');
    bytes[0]! ^= 1;
    parts[part] = bytes.toString('base64url');
    expect(() => unseal(parts.join('.'), owner)).toThrow();
  });

  it('does not open with a shortened tag', async () => {
    const { seal, unseal } = await withKeys(FIRST);
    const parts = seal('the secret', owner).split('.');
    parts[2] = Buffer.from(parts[2]!, 'base64url').subarray(0, 4).toString('base64url');
    expect(() => unseal(parts.join('.'), owner)).toThrow();
  });

  it('is made with the first key, and opens as long as its key is there', async () => {
    const sealed = (await withKeys(FIRST)).seal('the secret', owner);
    const both = await withKeys(SECOND, FIRST);
    expect([sealed.split('.')[0], both.seal('x', owner).split('.')[0]]).toEqual([
      'first',
      'second',
    ]);
    expect(both.currentKeyId()).toBe('second');
    expect(both.unseal(sealed, owner)).toBe('the secret');
    const without = await withKeys(SECOND);
    expect(() => without.unseal(sealed, owner)).toThrow('"first"');
  });

  it('does not open with another key of the same id', async () => {
    const sealed = (await withKeys(FIRST)).seal('the secret', owner);
    const other = await withKeys(key('first'));
    expect(() => other.unseal(sealed, owner)).toThrow();
  });
});
