import { setTimeout as sleep } from 'node:timers/promises';
import { processBirth } from './owner.mjs';

/** Sends each signal in turn until the process is gone, waiting so many seconds after each. */
export async function stopProcess(
  pid: number,
  steps: readonly (readonly [NodeJS.Signals, number])[],
): Promise<void> {
  const birth = processBirth(pid);
  const lives = () => birth !== undefined && processBirth(pid) === birth;
  for (const [signal, seconds] of steps) {
    if (!lives()) return;
    try {
      process.kill(pid, signal);
    } catch {
      return; // It ended just now.
    }
    for (let waited = 0; lives() && waited < seconds * 1000; waited += 20) await sleep(20);
  }
}
