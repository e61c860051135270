import { runOnce } from 'graphile-worker';
import { jobLog } from '@/lib/worker/log';
import { answers } from '@/lib/worker/tasks';
import { database } from './sql';

/** Does what people asked for who are told nothing, several at once as workers do; sends no mail. */
export const giveAnswers = (): Promise<void> =>
  runOnce({
    pgPool: database(),
    taskList: answers,
    concurrency: 3,
    logger: jobLog,
    noHandleSignals: true,
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
