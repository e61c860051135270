/**
 * Lets so many works run at a time, in this process; the others wait for their turn. `full` is
 * thrown to whoever would be one too many to wait.
 */
export function turns(atOnce: number, waitingAtMost = Infinity, full?: () => Error) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting.length >= waitingAtMost && full) throw full();
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
