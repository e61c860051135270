import { randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';

// As lib/credentials/passwords.ts, which only opens inside Next (spec §4).
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password, PARAMETERS);

// Without letters and figures that are taken for one another; 20 of them hold 98 bits.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A new password to read from a terminal: four groups of five. */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
