import 'server-only';
import type { Origin } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';

/** The jobs there are, with what each is told. The tasks behind them are in lib/worker. */
export type Jobs = {
  'send-mail': { mailId: string };
  'answer-reset': { email: string; origin: Origin };
  'answer-first-login': {
    email: string;
    /** When the control word was set that was given rightly; null: it was wrong. */
    wordSetAt: string | null;
    /** SHA-256 of the device cookie of the browser that asked, in hex. */
    browserHash: string;
    origin: Origin;
  };
};

/**
 * A job is tried so often. The pause after each attempt is e^attempt seconds, at most e^10
 * (graphile-worker): ten pauses make ten hours, eleven more three days and five hours in all.
 */
const MAX_ATTEMPTS = 22;

/** Taken before all others (graphile-worker takes the lowest number first): somebody waits. */
const URGENT = -10;

/**
 * A job for each row of `source`, which selects (payload json, key text); added in the caller's
 * transaction, it vanishes with it. A job with the same key that still waits is replaced.
 */
export const enqueueSet = (
  task: keyof Jobs,
  source: Prisma.Sql,
  urgent = false,
): Prisma.Sql => Prisma.sql`
  SELECT count(graphile_worker.add_job(${task}, jobs.payload,
    max_attempts => ${MAX_ATTEMPTS}::int, job_key => jobs.key,
    priority => ${urgent ? URGENT : 0}::int)) AS jobs
  FROM (${source}) AS jobs`;

/**
 * One job, at once. Where an answer must not tell what is known of somebody, it only asks for a job:
 * whatever then differs happens when nobody is waiting (security 27).
 */
export async function enqueue<Task extends keyof Jobs>(
  task: Task,
  payload: Jobs[Task],
): Promise<void> {
  await db().$executeRaw`
    SELECT 1 FROM graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json,
      max_attempts => ${MAX_ATTEMPTS}::int, priority => ${URGENT}::int)`;
}
