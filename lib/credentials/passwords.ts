import 'server-only';
import { hash, verify } from '@node-rs/argon2';

// Spec §4: argon2id, 19 MiB, two passes, one lane. The library works in the thread pool.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Verified when there is no password to verify, so that unknown and known take the same time.
let dummy: Promise<string> | undefined;

/** The stored form (PHC string) of a password, taken verbatim after NFC. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), PARAMETERS);

/** Does the password match? With null it costs as much and never does. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (dummy ??= hashPassword('no account has this password')));
  const matches = await verify(against, password.normalize('NFC'));
  return matches && stored !== null;
}

/** Was it hashed with weaker parameters than today's? Then sign-in hashes it anew. */
export function isOutdated(stored: string): boolean {
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(stored) ?? [];
  return Number(memory ?? 0) < PARAMETERS.memoryCost || Number(passes ?? 0) < PARAMETERS.timeCost;
}
