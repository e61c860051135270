import { describe, expect, it } from 'vitest';
import { mediansOf, spread } from '@/tests/medians';
import { makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { signIn } from './sign-in';

const RIGHT = 'correct horse battery staple';
const WRONG = 'a wrong password of some length';
const TRIES = 100;
// Few enough that a hash waits for the clock, and not for the other hashes.
const LANES = 6;

const KINDS: Record<string, PersonOptions> = {
  wrong: {},
  locked: { locked: true },
  inactive: { isActive: false },
  future: { startDate: '2999-01-01' },
  expired: { endDate: '2000-01-01' },
  directory: { source: 'directory', directoryAllows: true },
};

async function attempt(email: string, address: string) {
  const visitor = { address, requestId: 'request-1', userAgent: 'Test/1.0' };
  expect(await signIn({ email, password: WRONG }, visitor)).toEqual({ kind: 'failed' });
}

/** Every try from another address, and few enough at each account, but where it is to be throttled. */
async function kinds() {
  const made = Object.entries(KINDS).map(async ([kind, options]) => {
    const make = () => makePerson({ password: RIGHT, ...options });
    const two = await Promise.all([make(), make()]);
    const one = (i: number) => attempt(two[i % 2]!.email, `198.51.100.${i}`);
    return [kind, one] as const;
  });
  const { email: throttled } = await makePerson({ password: RIGHT });
  await Promise.all(Array.from({ length: 10 }, () => attempt(throttled, '192.0.2.1')));
  return {
    ...Object.fromEntries(await Promise.all(made)),
    unknown: (i: number) => attempt(`nobody-${i}@example.org`, `198.51.100.${i}`),
    throttled: () => attempt(throttled, '192.0.2.1'),
  };
}

describe('security 1: with a wrong password every failure is alike', () => {
  it('same answer, same time', { timeout: 180_000 }, async () => {
    const medians = await mediansOf(await kinds(), TRIES, LANES);
    expect(Object.keys(medians)).toHaveLength(8);
    expect(spread(medians), JSON.stringify(medians)).toBeLessThan(15);
    const looked = await sql<{ evaluated: number }>(
      `SELECT count(*)::int AS evaluated FROM audit_events WHERE action = 'sign-in.failed'`,
    );
    // The throttled kind was refused unseen each time, the others were looked at each time.
    expect(looked).toEqual([{ evaluated: 7 * TRIES + 10 }]);
  });
});
