import { describe, expect, it } from 'vitest';
import { giveAnswers } from '@/tests/answers';
import { mediansOf, spread } from '@/tests/medians';
import { makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { requestReset } from './request-reset';

const TRIES = 100;
const LANES = 16;

const KINDS: Record<string, PersonOptions> = {
  known: {},
  locked: { locked: true },
  inactive: { isActive: false },
  future: { startDate: '2999-01-01' },
  expired: { endDate: '2000-01-01' },
  directory: { source: 'directory', directoryAllows: true },
};

const ask = (email: string, address: string) =>
  requestReset({ email }, { address, requestId: 'request-1', userAgent: 'Test/1.0' });

/** Every try from another address, and at another account where one could have too many mails. */
async function kinds() {
  const made = Object.entries(KINDS).map(async ([kind, options]) => {
    const people = await Promise.all(Array.from({ length: TRIES }, () => makePerson(options)));
    const attempt = (i: number) => ask(people[i]!.email, `198.51.100.${i}`);
    return [kind, attempt] as const;
  });
  const { email: often } = await makePerson();
  for (let i = 0; i < 3; i += 1) await ask(often, '192.0.2.2');
  await giveAnswers();
  await Promise.all(Array.from({ length: 20 }, () => ask('nobody@example.org', '192.0.2.1')));
  return {
    ...Object.fromEntries(await Promise.all(made)),
    unknown: (i: number) => ask(`nobody-${i}@example.org`, `198.51.100.${i}`),
    'too many mails': (i: number) => ask(often, `203.0.113.${i}`),
    'too many from here': () => ask('nobody@example.org', '192.0.2.1'),
  };
}

describe('security 27: asked for a link, known and unknown are alike', () => {
  it('same answer, same time', { timeout: 120_000 }, async () => {
    const given = await kinds();
    expect(Object.keys(given)).toHaveLength(9);
    const answers = await Promise.all(Object.values(given).map((attempt) => attempt(0)));
    expect(answers).toEqual(Array(9).fill(undefined));
    const medians = await mediansOf(given, TRIES, LANES);
    expect(spread(medians), JSON.stringify(medians)).toBeLessThan(15);
    // And the known ones are mailed: it was no answer without work.
    await giveAnswers();
    const [mailed] = await sql<{ count: number }>(
      "SELECT count(DISTINCT user_id)::int AS count FROM mails WHERE template = 'password-reset'",
    );
    expect(mailed!.count).toBe(TRIES + 1);
  });
});
