import { randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { ARGON2ID } from '@/lib/credentials/argon2id';

export const hashPassword = (password: string) => hash(password, ARGON2ID);

// Without letters and figures that are taken for one another; 20 of them hold 98 bits.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A new password to read from a terminal: four groups of five. */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
