import 'server-only';
import { Prisma } from '@/lib/core/db';
import { todaySql } from './sql';

// Who leaves soon, over the aliases `a` (user_access) and `h` (HORIZONS).

/** How many days ahead is looked. */
const AHEAD = 30;

// For those of no company.
const NONE = Prisma.sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * A join that tells, for the calendar of each company, what is soon: worked out once for a company
 * rather than once for each of its people.
 */
export const HORIZONS = Prisma.sql`
  JOIN (
    SELECT z.*, z.today + ${AHEAD}::int AS horizon, w.dormant_after_days AS days,
      (z.today + ${AHEAD}::int + 1 - w.dormant_after_days)::timestamp AT TIME ZONE z.time_zone
        AS dormant_before
    FROM (
      SELECT c.id AS company_id, c.time_zone, ${todaySql()} AS today FROM companies c
      UNION ALL
      SELECT ${NONE}, 'UTC', (now() AT TIME ZONE 'UTC')::date) AS z
    CROSS JOIN settings w) AS h ON h.company_id = coalesce(a.company_id, ${NONE})`;

/** When somebody was last active; of who never was, when the account was made: looked up for these alone. */
const ACTIVITY = Prisma.sql`coalesce(a.last_active_at,
  (SELECT m.created_at FROM users m WHERE m.id = a.user_id))`;

/** The day from which somebody counts as dormant, if they stay away. */
export const DORMANT_DAY = Prisma.sql`((${ACTIVITY} AT TIME ZONE h.time_zone)::date + h.days)`;

/** Does their last day come within so many days? What no time zone changes is found by the index. */
const ENDS_SOON = Prisma.sql`(a.end_date <= h.horizon
  AND a.end_date BETWEEN now()::date - 2 AND now()::date + ${AHEAD}::int + 2)`;

/** Are they dormant by then, or already? */
const DORMANT_SOON = Prisma.sql`(${ACTIVITY} < h.dormant_before)`;

const REASONS = {
  'end-date': ENDS_SOON,
  dormant: DORMANT_SOON,
  any: Prisma.sql`(${ENDS_SOON} OR ${DORMANT_SOON})`,
};

/** Does this person, of an account that counts and has not ended, leave soon for this reason? */
export const isLeaver = (reason: keyof typeof REASONS = 'any'): Prisma.Sql => Prisma.sql`
  (a.is_active AND (a.end_date IS NULL OR a.end_date >= h.today) AND ${REASONS[reason]})`;
