import { type Child, startChild } from './child';

/** So many verifications at a time, for so long. */
export interface Hashing {
  connections: number;
  seconds: number;
}

/** A process that does nothing but argon2id; answers verifications a second. */
export const startRawHashing = (): Child<Hashing, number> =>
  startChild<Hashing, number>(new URL('raw-hashing-process.ts', import.meta.url));
