import { describe, expect, it } from 'vitest';
import { giveAnswers } from '@/tests/answers';
import { mediansOf, spread } from '@/tests/medians';
import { browser, makeNewcomer, makeWordedCompany, WORD } from '@/tests/newcomers';
import { makeCompany, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { askFirstLogin } from './ask-first-login';

const TRIES = 100;
const LANES = 6; // so few that their hashes wait for no processor

const KINDS: Record<string, PersonOptions> = {
  new: {},
  locked: { locked: true },
  inactive: { isActive: false },
  future: { startDate: '2999-01-01' },
  expired: { endDate: '2000-01-01' },
  directory: { source: 'directory', directoryAllows: true },
  completed: { profileCompletionOwed: false },
};

const ask = (email: string, word = WORD) => askFirstLogin({ email, word }, browser());

/** Everybody with the right word but one; every try at somebody else, from somewhere else. */
async function kinds() {
  const company = await makeWordedCompany();
  const crowd = (options: PersonOptions) =>
    Promise.all(Array.from({ length: TRIES }, () => makeNewcomer({ company, ...options })));
  const made = Object.entries(KINDS).map(async ([kind, options]) => {
    const people = await crowd({ ...options, company: await makeWordedCompany() });
    return [kind, (i: number) => ask(people[i]!.email)] as const;
  });
  const [wrong, wordless] = [await crowd({}), await crowd({ company: await makeCompany() })];
  const throttled = await makeNewcomer();
  await Promise.all(Array.from({ length: 10 }, () => ask(throttled.email, 'a wrong word')));
  return {
    ...Object.fromEntries(await Promise.all(made)),
    unknown: (i: number) => ask(`nobody-${i}@example.org`),
    'wrong word': (i: number) => ask(wrong[i]!.email, 'a wrong word'),
    'no word there': (i: number) => ask(wordless[i]!.email),
    throttled: () => ask(throttled.email),
  };
}

describe('security 27: asked for a first login, all are alike', () => {
  it('same answer, same time', { timeout: 180_000 }, async () => {
    const given = await kinds();
    const answers = await Promise.all(Object.values(given).map((attempt) => attempt(0)));
    expect(answers).toEqual(Array(11).fill(undefined));
    const medians = await mediansOf(given, TRIES, LANES);
    expect(Object.keys(medians)).toHaveLength(11);
    expect(spread(medians), JSON.stringify(medians)).toBeLessThan(15);
    // And the new ones are mailed: it was no answer without work.
    await giveAnswers();
    const [row] = await sql<{ mailed: number }>(
      "SELECT count(DISTINCT user_id)::int AS mailed FROM mails WHERE template = 'first-login'",
    );
    expect(row!.mailed).toBe(TRIES);
  });
});
