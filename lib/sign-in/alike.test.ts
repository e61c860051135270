import { describe, expect, it } from 'vitest';
import { makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { signIn } from './sign-in';

const RIGHT = 'correct horse battery staple';
const WRONG = 'a wrong password of some length';
const TRIES = 24;
const VISITOR = { requestId: 'request-1', userAgent: 'Test/1.0' };

const KINDS: Record<string, PersonOptions> = {
  wrong: {},
  locked: { locked: true },
  inactive: { isActive: false },
  future: { startDate: '2999-01-01' },
  expired: { endDate: '2000-01-01' },
  directory: { source: 'directory', directoryAllows: true },
};

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

// Four at once, or they would wait for each other's hashes rather than for the clock.
const fours = <T>(all: T[]): T[][] =>
  all.flatMap((_, i) => (i % 4 === 0 ? [all.slice(i, i + 4)] : []));

/** Every try from another address, so that none is throttled but the one that should be. */
async function attempt(email: string, address: string) {
  const started = performance.now();
  const result = await signIn({ email, password: WRONG }, { ...VISITOR, address });
  return { result, took: performance.now() - started };
}

async function emails(): Promise<Record<string, string>> {
  const people = await Promise.all(
    Object.entries(KINDS).map(async ([kind, options]) => {
      const { email } = await makePerson({ password: RIGHT, ...options });
      return [kind, email] as const;
    }),
  );
  const { email: throttled } = await makePerson({ password: RIGHT });
  await Promise.all(Array.from({ length: 10 }, () => attempt(throttled, '192.0.2.1')));
  return { ...Object.fromEntries(people), unknown: 'nobody@example.org', throttled };
}

describe('security 1: with a wrong password every failure is alike', () => {
  it('same answer, same time', { timeout: 60_000 }, async () => {
    const given = await emails();
    const times = Object.fromEntries(Object.keys(given).map((kind) => [kind, [] as number[]]));
    for (let i = 0; i < TRIES; i += 1) {
      for (const some of fours(Object.entries(given))) {
        await Promise.all(
          some.map(async ([kind, email]) => {
            const address = kind === 'throttled' ? '192.0.2.1' : `198.51.100.${i}`;
            const { result, took } = await attempt(email, address);
            expect(result).toEqual({ kind: 'failed' });
            times[kind]!.push(took);
          }),
        );
      }
    }
    const medians = Object.values(times).map(median);
    expect(Object.keys(times)).toHaveLength(8);
    expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(15);
    const looked = await sql<{ evaluated: number }>(
      `SELECT count(*)::int AS evaluated FROM audit_events WHERE action = 'sign-in.failed'`,
    );
    // The throttled kind was refused unseen each time, the others were looked at each time.
    expect(looked).toEqual([{ evaluated: 7 * TRIES + 10 }]);
  });
});
