import 'server-only';
import { EventEmitter } from 'node:events';
import { runOnce, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import { SECOND } from '@/lib/core/clock';
import { openTransport } from '@/lib/mail/transport';
import { forget } from './forget';
import { connectToQueue, disconnect, queueOptions } from './queue';
import { bringForward, recover } from './recover';
import { settle } from './settle';

/** So long jobs are taken; what is under way then takes at most its own limit more. */
const TAKE_FOR = 20 * SECOND;

/**
 * Does the jobs that are due, where no worker lives (spec §18), forgets what has had its time and
 * settles tasks: asked by a timer, over in less than 50 seconds. Returns how many mails were sent;
 * what is left waits for the next time.
 */
export async function drain(takeFor = TAKE_FOR): Promise<{ sent: number }> {
  const pgPool = connectToQueue();
  const transport = openTransport();
  let sent = 0;
  const means = { transport, onSent: () => (sent += 1) };
  const time = clock(takeFor);
  try {
    await recover();
    for (let more = true; more;) {
      const before = sent;
      await runOnce({ ...queueOptions(pgPool, means), events: time.events() });
      more = sent > before && (await bringForward()) > 0 && !time.isUp();
    }
    await forget();
    await settle();
  } finally {
    time.stop();
    transport.close();
    await disconnect(pgPool);
  }
  return { sent };
}

/** Lets a run take no more jobs when the time is up. */
function clock(milliseconds: number) {
  let current: WorkerPool | undefined;
  let up = false;
  const timer = setTimeout(() => {
    up = true;
    void current?.gracefulShutdown('The time is up');
  }, milliseconds);
  const events = () => {
    const emitter: WorkerEvents = new EventEmitter();
    emitter.on('pool:create', ({ workerPool }) => {
      current = workerPool;
    });
    emitter.on('pool:release', () => {
      current = undefined;
    });
    return emitter;
  };
  return { events, isUp: () => up, stop: () => clearTimeout(timer) };
}
