import 'server-only';
import { hash, verify } from '@node-rs/argon2'; // in the thread pool
import { ARGON2ID } from './argon2id';

// Verified when there is no password to verify, so that unknown and known take the same time.
let dummy: Promise<string> | undefined;

/** The stored form (PHC string) of a password, taken verbatim after NFC. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), ARGON2ID);

/** Does the password match? With null it costs as much and never does. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (dummy ??= hashPassword('no account has this password')));
  const matches = await verify(against, password.normalize('NFC'));
  return matches && stored !== null;
}

/** Was it hashed with weaker parameters than today's? Then sign-in hashes it anew. */
export function isOutdated(stored: string): boolean {
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(stored) ?? [];
  return Number(memory ?? 0) < ARGON2ID.memoryCost || Number(passes ?? 0) < ARGON2ID.timeCost;
}
