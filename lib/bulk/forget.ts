import 'server-only';
import { db, Prisma } from '@/lib/core/db';
import { RESULTS_KEPT_DAYS, UNUSED_KEPT_HOURS } from '@/lib/core/retention';

const AT_A_TIME = 10; // lists, each of which may be of a million

// Also a list of long ago whose change was previewed just now.
const WANTED = Prisma.sql`
  EXISTS (SELECT FROM bulk_runs r WHERE r.list_id = l.id AND (
    r.created_at > now() - make_interval(hours => ${UNUSED_KEPT_HOURS}::int)
    OR r.executed_at > now() - make_interval(days => ${RESULTS_KEPT_DAYS}::int)))`;

/**
 * Forgets the frozen lists on which nothing was carried out within a day, and those whose results
 * are old, with their runs and outcomes; the audit keeps what was done. Returns how many lists.
 */
export const forgetRuns = (): Promise<number> => db('sets').$executeRaw`
  WITH old AS MATERIALIZED (
    SELECT l.id FROM frozen_lists l
    WHERE l.created_at < now() - make_interval(hours => ${UNUSED_KEPT_HOURS}::int)
      AND NOT ${WANTED}
    ORDER BY l.id LIMIT ${AT_A_TIME} FOR UPDATE SKIP LOCKED),
  outcomes AS (
    DELETE FROM bulk_outcomes o USING bulk_runs r
    WHERE r.list_id IN (SELECT id FROM old) AND o.run_id = r.id),
  people AS (DELETE FROM frozen_people WHERE list_id IN (SELECT id FROM old))
  DELETE FROM frozen_lists WHERE id IN (SELECT id FROM old)`;
