import 'server-only';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2'; // in the thread pool
import { turns } from '@/lib/core/in-turn';
import { ARGON2ID } from './argon2id';

// As many at a time as there are processors: more would only take turns, with whoever answers the
// requests of others besides.
const inTurn = turns(availableParallelism());

// Verified when there is no password to verify, so that unknown and known take the same time.
let dummy: Promise<string> | undefined;

/** The stored form (PHC string) of a password, taken verbatim after NFC. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), ARGON2ID));

/** Does the password match? With null it costs as much and never does. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (dummy ??= hashPassword('no account has this password')));
  const matches = await inTurn(() => verify(against, password.normalize('NFC')));
  return matches && stored !== null;
}

/** Was it hashed with weaker parameters than today's? Then sign-in hashes it anew. */
export function isOutdated(stored: string): boolean {
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(stored) ?? [];
  return Number(memory ?? 0) < ARGON2ID.memoryCost || Number(passes ?? 0) < ARGON2ID.timeCost;
}
