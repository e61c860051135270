import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunnerOptions } from 'graphile-worker';
import pg from 'pg';
import { SECOND } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import { logger } from '@/lib/core/logger';
import { jobLog } from './log';
import { tasks, type Means } from './tasks';

/** How many jobs one process does at a time. */
const CONCURRENCY = 5;

/** Connections for the queue alone: one listens, the others take jobs and give them back. */
export function connectToQueue(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: CONCURRENCY + 1,
    connectionTimeoutMillis: 5 * SECOND,
    statement_timeout: 15 * SECOND,
    query_timeout: 16 * SECOND,
    keepAlive: true,
    application_name: 'gatehouse jobs',
  });
  const lost = (error: Error) => logger().warn({ error: error.message }, 'queue connection lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/** Lets go of them; a connection that hangs holds nobody up. */
export async function disconnect(pool: pg.Pool): Promise<void> {
  await Promise.race([pool.end(), sleep(5 * SECOND, undefined, { ref: false })]);
}

/** How jobs are taken from the queue, by whoever does them. */
export const queueOptions = (pgPool: pg.Pool, means: Means): RunnerOptions => ({
  pgPool,
  taskList: tasks(means),
  concurrency: CONCURRENCY,
  noHandleSignals: true,
  parsedCronItems: [],
  logger: jobLog,
  // So what came of a job is written again after a lost connection, and waited for at the end.
  preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
});
