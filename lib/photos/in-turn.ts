import 'server-only';

const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs `work` when its turn has come: pictures share the thread pool with argon2id, and many at a
 * time would keep sign-ins waiting.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
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
