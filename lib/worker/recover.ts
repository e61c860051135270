import 'server-only';
import { MINUTE, SECOND } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { clearExpired } from '@/lib/credentials/throttle';
import { UNREACHABLE } from '@/lib/mail/send';

/**
 * A job locked for longer has nobody who does it. A task ends well before: 25 s for the mail server
 * and 20 s for each of its two statements at the very most (lib/core/db.ts). So this needs no word
 * from the process that was killed, nor from the machine that lost its power.
 */
const LOCKED_FOR = 1.5 * MINUTE;

/**
 * Gives back what workers had taken that are no more, to be done by others, writes down as failed
 * what was interrupted at its last attempt, and clears counts whose time is over.
 */
export async function recover(): Promise<void> {
  await db().$executeRaw`
    SELECT graphile_worker.force_unlock_workers(ARRAY(
      SELECT DISTINCT j.locked_by FROM graphile_worker.jobs j
      WHERE j.locked_at < now() - make_interval(secs => ${LOCKED_FOR / SECOND})))`;
  await db().$executeRaw`
    UPDATE mails m SET state = 'failed', last_error = coalesce(m.last_error, 'Sending was interrupted.')
    FROM graphile_worker.jobs j
    WHERE j.attempts >= j.max_attempts AND j.locked_at IS NULL AND m.state = 'queued'
      AND m.id = CASE WHEN j.key LIKE 'mail:%' THEN substr(j.key, 6)::uuid END`;
  await clearExpired();
}

/**
 * Has what waits only because no mail server answered be tried now: called once one did again, so
 * that an outage is over for all mails at once, however long their pauses had grown.
 */
export async function bringForward(): Promise<number> {
  const brought = await db().$queryRaw<unknown[]>`
    SELECT b.id::text FROM graphile_worker.reschedule_jobs(ARRAY(
      SELECT j.id FROM mails m JOIN graphile_worker.jobs j ON j.key = 'mail:' || m.id
      WHERE m.state = 'queued' AND m.last_error LIKE ${`${UNREACHABLE}%`}
        AND j.run_at > now() AND j.locked_at IS NULL), run_at => now()) AS b`;
  return brought.length;
}
