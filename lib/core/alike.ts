import { setTimeout as sleep } from 'node:timers/promises';

// Longer than anything computed on the way, an argon2id and a transaction included.
const TAKES = 500;

/**
 * Runs `work` and answers no sooner than after half a second, whatever was or was not done: what is
 * told alike must also take alike (security 1, 27). `early` names the results that need not wait.
 */
export async function alike<T>(
  work: () => Promise<T>,
  early: (result: T) => boolean = () => false,
): Promise<T> {
  const started = performance.now();
  let quick = false;
  try {
    const result = await work();
    quick = early(result);
    return result;
  } finally {
    if (!quick) await sleep(Math.max(0, TAKES - (performance.now() - started)));
  }
}
