import 'server-only';
import { Logger, type LogLevel } from 'graphile-worker';
import { logger } from '@/lib/core/logger';

const LEVELS: Record<`${LogLevel}`, 'error' | 'warn' | 'debug'> = {
  error: 'warn', // a job that is tried again, or a connection that is made anew
  warning: 'warn',
  info: 'debug',
  debug: 'debug',
};

/** The job queue's log as ours: its first line, without the stack and the job's data. */
export const jobLog = new Logger((scope) => (level, message) => {
  const { label, jobId } = scope;
  logger()[LEVELS[level]]({ part: label ?? 'jobs', jobId }, message.split('\n')[0] ?? '');
});
