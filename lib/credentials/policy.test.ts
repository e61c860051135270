import { describe, expect, it } from 'vitest';
import { passwordProblem } from './policy';
import { givenPassword, newPassword } from './schema';

const ANN = {
  minimum: 8,
  words: ['Ann', 'Lovelace', 'ann.lovelace@example.org', 'Acme Industries'],
};
const COMMON = new Set(['iloveyou', 'correcthorsebatterystaple']);
const problemOf = (password: string, rules = ANN) => passwordProblem(password, rules, COMMON);

describe('a password to set (spec §4)', () => {
  it.each([
    'correct horse battery staple',
    'Lovelace wrote the first program',
    'Annabel1815',
    'パスワードは長い',
    'ñandú vuela lejos',
  ])('%j is fine', (password) => {
    expect(problemOf(password)).toBeUndefined();
  });

  it.each([
    'Lovelace',
    'lovelace1815',
    '1815LOVELACE',
    'ann.lovelace@example.org',
    'ｌｏｖｅｌａｃｅ１',
    'acme1234!',
    'industries1',
    'Acme Industries',
    'example.org1',
  ])('%j is made of personal words', (password) => {
    expect(problemOf(password)).toMatch(/name, e-mail or company/);
  });

  it.each(['aaaaaaaaaa', 'abababab', 'abcabcabc', '11111112'])(
    '%j has too few characters',
    (password) => {
      expect(problemOf(password)).toMatch(/four different characters/);
    },
  );

  it('does not mind who has no words', () => {
    expect(problemOf('Lovelace1815', { minimum: 8, words: [''] })).toBeUndefined();
  });

  it.each(['iloveyou', 'ILoveYou', 'ｉｌｏｖｅｙｏｕ', 'CorrectHorseBatteryStaple'])(
    '%j is among those tried first',
    (password) => {
      expect(problemOf(password)).toMatch(/tried first/);
    },
  );

  it.each<[string, number, boolean]>([
    ['eleven char', 12, false],
    ['twelve chars', 12, true],
    ['𝒂𝒃𝒄𝒅𝒆𝒇𝒈𝒉𝒊𝒋𝒌', 12, false],
    ['𝒂𝒃𝒄𝒅𝒆𝒇𝒈𝒉𝒊𝒋𝒌𝒍', 12, true],
    ['e\u0301leven char', 12, false],
    ['long enough for all', 64, false],
  ])('%j, where %i characters are asked for', (password, minimum, fits) => {
    const problem = problemOf(password, { ...ANN, minimum });
    expect(problem ?? '').toBe(fits ? '' : `Use at least ${minimum} characters.`);
  });
});

describe('security 3: its length', () => {
  it.each<[string, string, boolean]>([
    ['7 characters', '1234567', false],
    ['8 characters', '12345678', true],
    ['7 letters of two units each', '𝒂𝒃𝒄𝒅𝒆𝒇𝒈', false],
    ['8 letters of two units each', '𝒂𝒃𝒄𝒅𝒆𝒇𝒈𝒉', true],
    ['8 code points that are 7 letters', 'e\u0301bcdefg', false],
    ['256 characters', 'a'.repeat(256), true],
    ['257 characters', 'a'.repeat(257), false],
    ['a million', 'a'.repeat(1_000_000), false],
  ])('to set: %s', (_, password, fits) => {
    expect(newPassword.safeParse(password).success).toBe(fits);
  });

  it.each<[string, boolean]>([
    ['', false],
    ['1', true],
    ['a'.repeat(256), true],
    ['a'.repeat(257), false],
  ])('to check', (password, fits) => {
    expect(givenPassword.safeParse(password).success).toBe(fits);
  });

  it.each([null, undefined, 12345678, ['12345678'], { length: 12 }])(
    '%j is no password',
    (given) => {
      expect(newPassword.safeParse(given).success).toBe(false);
      expect(givenPassword.safeParse(given).success).toBe(false);
    },
  );

  it('is handed on untouched', () => {
    expect(newPassword.parse('  Zoe\u0308 \t spricht ')).toBe('  Zoe\u0308 \t spricht ');
  });
});
