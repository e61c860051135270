/**
 * Argon2id as RFC 9106 (4) recommends it second: 64 MiB, three passes; with one lane, since the
 * thread pool has others to hash for. More than spec §4 asks for at least, so that hashing bounds
 * how fast people come in and not what stands around it. Apart from passwords.ts, which opens inside Next
 * alone, for the seed and the tests.
 */
export const ARGON2ID = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
