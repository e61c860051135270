import 'server-only';
import { AppError } from '@/lib/core/errors';

const AT_ONCE = 2;
const WAITING = 20; // each holds its upload in memory
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs `work` when its turn has come: pictures share the thread pool with argon2id, and many at a
 * time would keep sign-ins waiting. Refuses when too many wait already.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= WAITING) {
    throw new AppError('throttled', 'Many photos are coming in just now. Try again in a minute.');
  }
  if (running < AT_ONCE) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
