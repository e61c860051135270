import { runOnce } from 'graphile-worker';
import { jobLog } from '@/lib/worker/log';
import { answers } from '@/lib/worker/tasks';
import { database } from './sql';

// graphile-worker wants its pool to take errors.
const pool = () => {
  const pgPool = database();
  if (pgPool.listenerCount('error') === 0) pgPool.on('error', () => {});
  return pgPool;
};

/** Does what people asked for who are told nothing, several at once as workers do; sends no mail. */
export const giveAnswers = (): Promise<void> =>
  runOnce({
    pgPool: pool(),
    taskList: answers,
    concurrency: 3,
    logger: jobLog,
    noHandleSignals: true,
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
