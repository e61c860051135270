import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { HOUR, MINUTE, now, SECOND } from '@/lib/core/clock';
import { logger } from '@/lib/core/logger';
import { tellEnd, tellProgress, type Running } from './progress';
import type { ExportOutcome } from './schema';
import type { Snapshot } from './snapshot';

/** How often it is told how far it has come, and asked whether it may go on. */
const BEAT = SECOND;

/** Somebody who takes nothing for so long is not there any more, or never was (HEAD). */
const PATIENCE = MINUTE;

/** As long as it runs the database keeps what it reads from: not for as long as somebody likes. */
const LONGEST = HOUR / 2;

type Parts = {
  running: Running;
  snapshot: Snapshot;
  pieces: AsyncGenerator<Uint8Array>;
  /** Does the session from which it was asked for still stand? */
  stands: () => Promise<boolean>;
};

/**
 * The pieces of an export as a body, made as fast as they are taken. It breaks off, so that no part
 * looks like the whole, when its owner cancels it, nobody takes it any longer, it is taken too slowly,
 * or the session ends; the query ends then, too.
 */
export function exportStream({ running, snapshot, pieces, stands }: Parts): ReadableStream {
  const over = new AbortController();
  const since = now().getTime();
  let waitingSince: number | undefined; // for somebody to take what is made

  async function end(outcome: ExportOutcome): Promise<void> {
    if (over.signal.aborted) return;
    over.abort();
    const interrupted = outcome === 'complete' ? snapshot.close() : snapshot.interrupt();
    await Promise.allSettled([interrupted, pieces.return(undefined)]);
    await tellEnd(running, outcome);
  }

  async function verdict(): Promise<ExportOutcome | undefined> {
    const time = now().getTime();
    if (time - since > LONGEST) return 'disconnected';
    if (waitingSince && time - waitingSince > PATIENCE) return 'disconnected';
    if (!(await stands())) return 'session_ended';
    return (await tellProgress(running)) ? undefined : 'cancelled';
  }

  async function watch(breakOff: (outcome: ExportOutcome) => void): Promise<void> {
    for (;;) {
      await wait(BEAT, undefined, { signal: over.signal });
      const outcome = await verdict().catch(() => 'failed' as const); // what cannot be asked is not allowed
      if (over.signal.aborted) return;
      if (outcome) breakOff(outcome);
    }
  }

  const told = (ending: Promise<void>) =>
    ending.catch((error: unknown) => logger().error({ err: error }, 'end of an export not told'));

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const breakOff = (outcome: ExportOutcome) => {
          controller.error(new Error(`The export was broken off: ${outcome}.`));
          void told(end(outcome));
        };
        watch(breakOff).catch(() => {}); // over
      },
      async pull(controller) {
        waitingSince = undefined;
        try {
          const next = await pieces.next();
          if (next.done) {
            await end('complete');
            controller.close();
          } else controller.enqueue(next.value);
          waitingSince = now().getTime();
        } catch (error) {
          if (over.signal.aborted) return;
          controller.error(error);
          await told(end('failed'));
        }
      },
      cancel: () => told(end('disconnected')),
    },
    { highWaterMark: 1 },
  );
}
