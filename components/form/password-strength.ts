import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { lengthOf, passwordProblem, type PasswordRules } from '@/lib/credentials/policy';

/** How a password would do: `level` of four, a word for it, and what is to be changed. */
export type Strength = {
  level: 0 | 1 | 2 | 3 | 4;
  word: '' | 'Too short' | 'Not accepted' | 'Weak' | 'Fair' | 'Good' | 'Strong';
  problem?: string;
};

// Scores of zxcvbn, 0 to 4. What is accepted though it scores 0 is as weak as 1.
const BY_SCORE = [
  { level: 1, word: 'Weak' },
  { level: 1, word: 'Weak' },
  { level: 2, word: 'Fair' },
  { level: 3, word: 'Good' },
  { level: 4, word: 'Strong' },
] as const;

const LOOKED_AT = 72; // more only takes time: what is so long is not guessed

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
const common = new Set(dictionary['passwords-common']);

/** Judges a password as the server will, apart from the current one, and estimates the guesses. */
export function strengthOf(password: string, rules: PasswordRules): Strength {
  if (password === '') return { level: 0, word: '' };
  if (lengthOf(password) < rules.minimum) return { level: 0, word: 'Too short' };
  const problem = passwordProblem(password, rules, common);
  if (problem) return { level: 0, word: 'Not accepted', problem };
  return BY_SCORE[estimator.check(password.slice(0, LOOKED_AT), rules.words).score];
}
