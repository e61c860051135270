/**
 * Spec §4: argon2id, 19 MiB, two passes, one lane. Apart from passwords.ts, which opens inside Next
 * alone, for the seed and the tests.
 */
export const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
