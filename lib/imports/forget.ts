import 'server-only';
import { db } from '@/lib/core/db';
import { RESULTS_KEPT_DAYS, UNUSED_KEPT_HOURS } from '@/lib/core/retention';

const AT_A_TIME = 10; // imports

/**
 * Forgets the rows of imports that expired, and of those done long ago: they are people's data. What
 * is left of an import is how its columns were matched, and its figures. Returns how many rows.
 */
export const forgetImports = (): Promise<number> => db('sets').$executeRaw`
  WITH gone AS (
    SELECT i.id FROM imports i
    WHERE coalesce(i.executed_at, i.created_at) < now() - CASE WHEN i.executed_at IS NULL
        THEN make_interval(hours => ${UNUSED_KEPT_HOURS}::int)
        ELSE make_interval(days => ${RESULTS_KEPT_DAYS}::int) END
      AND EXISTS (SELECT FROM import_rows r WHERE r.import_id = i.id)
    ORDER BY i.id LIMIT ${AT_A_TIME} FOR UPDATE OF i SKIP LOCKED),
  readings AS (DELETE FROM import_readings WHERE import_id = ANY (ARRAY(SELECT id FROM gone)))
  DELETE FROM import_rows WHERE import_id = ANY (ARRAY(SELECT id FROM gone))`;
