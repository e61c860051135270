import 'server-only';
import { todaySql } from '@/lib/access/sql';
import { Prisma } from '@/lib/core/db';
import type { Employment, UserFilter, UserStatus } from './schema';

// Over the aliases of matching() in list-query.ts.

// Wherever the calendar of the database is, that of a company is at most two days away: for almost
// everybody a comparison with CURRENT_DATE decides, which costs little and which the planner can
// estimate. For the few others today is looked up, in a map that is made once. Who has no day is
// spared the rest, which NULL would not end.
const NEAR = Prisma.sql`BETWEEN CURRENT_DATE - 2 AND CURRENT_DATE + 2`;
const DAYS = Prisma.sql`(SELECT jsonb_object_agg(c.id, ${todaySql()}) FROM companies c)`;
const TODAY = Prisma.sql`coalesce((${DAYS} ->> a.company_id::text)::date,
  (now() AT TIME ZONE 'UTC')::date)`;
const FUTURE = Prisma.sql`(a.start_date > CURRENT_DATE + 2
  OR a.start_date IS NOT NULL AND a.start_date ${NEAR} AND a.start_date > ${TODAY})`;
const PAST = Prisma.sql`(a.end_date < CURRENT_DATE - 2
  OR a.end_date IS NOT NULL AND a.end_date ${NEAR} AND a.end_date < ${TODAY})`;
const WITHIN = Prisma.sql`((a.start_date IS NULL OR NOT ${FUTURE})
  AND (a.end_date IS NULL OR NOT ${PAST}))`;
const NO_DATES = Prisma.sql`(a.start_date IS NULL AND a.end_date IS NULL)`;

const STATUS: Record<UserStatus, Prisma.Sql> = {
  active: Prisma.sql`(a.is_active AND a.locked_at IS NULL AND a.directory_allows IS NOT FALSE
    AND ${WITHIN})`,
  inactive: Prisma.sql`NOT a.is_active`,
  locked: Prisma.sql`a.locked_at IS NOT NULL`,
  'not-started': FUTURE,
  expired: PAST,
  'profile-completed': Prisma.sql`(a.company_id IS NOT NULL AND NOT a.profile_completion_owed)`,
  staff: Prisma.sql`a.is_staff`,
  'two-factor-missing': Prisma.sql`a.two_factor_enabled_at IS NULL`,
  directory: Prisma.sql`u.source = 'directory'`,
};

const EMPLOYMENT: Record<Employment, Prisma.Sql> = {
  current: Prisma.sql`(NOT ${NO_DATES} AND ${WITHIN})`,
  future: FUTURE,
  past: PAST,
  'no-dates': NO_DATES,
};

function dateConditions({ dates, from, to }: UserFilter): Prisma.Sql[] {
  const column = Prisma.raw(dates === 'end' ? 'a.end_date' : 'a.start_date');
  return [
    ...(from ? [Prisma.sql`${column} >= ${from}::date`] : []),
    ...(to ? [Prisma.sql`${column} <= ${to}::date`] : []),
  ];
}

/** From the beginning of the day on, in UTC. */
function idleCondition({ idleSince }: UserFilter): Prisma.Sql[] {
  if (!idleSince) return [];
  const begin = Prisma.sql`${idleSince}::date::timestamp AT TIME ZONE 'UTC'`;
  return [Prisma.sql`(a.last_active_at IS NULL OR a.last_active_at < ${begin})`];
}

// What a status asks already is not asked twice: the planner would believe it to be rarer.
const SAME = { future: 'not-started', past: 'expired' } as const;

function employmentConditions({ employment, status = [] }: UserFilter): Prisma.Sql[] {
  if (!employment) return [];
  const isAsked =
    (employment === 'future' || employment === 'past') && status.includes(SAME[employment]);
  return isAsked ? [] : [EMPLOYMENT[employment]];
}

const datedConditions = (filter: UserFilter): Prisma.Sql[] => [
  ...employmentConditions(filter),
  ...dateConditions(filter),
  ...idleCondition(filter),
];

const OF_USERS = new Set<UserStatus>(['directory']);

/** What is asked of somebody's access, dates and activity; or what of that `users` knows. */
export const statusConditions = (filter: UserFilter, ofUsers: boolean): Prisma.Sql[] => [
  ...(filter.status ?? [])
    .filter((status) => OF_USERS.has(status) === ofUsers)
    .map((status) => STATUS[status]),
  ...(ofUsers ? [] : datedConditions(filter)),
];

const REFUSED: UserStatus[] = ['inactive', 'locked', 'not-started', 'expired'];

/**
 * Whether nobody can match: who is active is not refused, and everybody has one employment only. The
 * planner does not know it and would look through all.
 */
export function isImpossible({ status = [], employment }: UserFilter): boolean {
  const asked = new Set([
    ...(employment ? [employment] : []),
    ...(status.includes('not-started') ? ['future'] : []),
    ...(status.includes('expired') ? ['past'] : []),
  ]);
  const isRefused = REFUSED.some((each) => status.includes(each));
  const isOutside = employment === 'future' || employment === 'past';
  return asked.size > 1 || (status.includes('active') && (isRefused || isOutside));
}
