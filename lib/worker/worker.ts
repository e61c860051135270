import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { run, type Runner } from 'graphile-worker';
import { MINUTE, SECOND } from '@/lib/core/clock';
import { logger } from '@/lib/core/logger';
import { openTransport } from '@/lib/mail/transport';
import { connectToQueue, disconnect, queueOptions } from './queue';
import { forget } from './forget';
import { bringForward, recover } from './recover';
import { settle } from './settle';

const POLL_EVERY = 5 * SECOND; // new jobs announce themselves; this is for those tried again
const TEND_EVERY = 10 * SECOND;
const SETTLE_EVERY = MINUTE;
const LONGEST_PAUSE = 30 * SECOND;
const PATIENCE = 10 * SECOND;

type Worker = { stop: () => Promise<void> };

// scripts/serve.mjs finds the worker here when the process is told to end.
const PLACE = Symbol.for('gatehouse.worker');
const held = globalThis as typeof globalThis & { [PLACE]?: Worker | undefined };

/**
 * Does the jobs of this process from now on. Neither a database that is away nor a fault of the
 * queue ends it, nor the process around it: it begins again by itself.
 */
export function startWorker(): Worker {
  return (held[PLACE] ??= begin());
}

function begin(): Worker {
  const ending = new AbortController();
  const ended = live(ending.signal);
  const stop = async () => {
    ending.abort();
    // What is under way may end; who is killed over it leaves it to be recovered.
    await Promise.race([ended, sleep(PATIENCE, undefined, { ref: false })]);
    held[PLACE] = undefined;
  };
  return { stop };
}

async function live(ending: AbortSignal): Promise<void> {
  for (let pause: number = SECOND; !ending.aborted;) {
    const started = performance.now();
    try {
      await work(ending);
    } catch (error) {
      logger().warn({ error: String(error) }, 'the worker stopped; it begins again');
    }
    if (performance.now() - started > LONGEST_PAUSE) pause = SECOND;
    await sleep(pause, undefined, { signal: ending }).catch(() => {});
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  }
}

async function work(ending: AbortSignal): Promise<void> {
  const pgPool = connectToQueue();
  const transport = openTransport();
  let sent = false;
  let tending: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;
  let runner: Runner | undefined;
  const stop = () => void runner?.stop().catch(() => {});
  try {
    await recover();
    const means = { transport, onSent: () => (sent = true) };
    runner = await run({ ...queueOptions(pgPool, means), pollInterval: POLL_EVERY });
    tending = setInterval(() => {
      void tend(sent);
      sent = false;
    }, TEND_EVERY);
    settling = setInterval(() => void settle(), SETTLE_EVERY);
    void settle();
    ending.addEventListener('abort', stop);
    if (ending.aborted) stop();
    await runner.promise;
  } finally {
    ending.removeEventListener('abort', stop);
    clearInterval(tending);
    clearInterval(settling);
    transport.close();
    await disconnect(pgPool);
  }
}

/** Now and then, by every process: what others left, what an outage held back, what has had its time. */
async function tend(sent: boolean): Promise<void> {
  try {
    await recover();
    if (sent) await bringForward();
    await forget();
  } catch (error) {
    logger().warn({ error: String(error) }, 'jobs could not be looked after');
  }
}
