import { expect } from 'vitest';
import { accessStatus } from '@/lib/access/decision';
import { sql } from '@/tests/sql';

// Shared by the tests of the seed.

type Row = {
  status: string;
  dated: boolean;
  owes: string | null;
  source: string;
  admin_right: string | null;
  is_staff: boolean;
  company_id: string | null;
  sessions: number;
};

/** Everybody as the access decision sees them. */
export async function everybody(): Promise<Row[]> {
  const rows = await sql<Row & { facts: Parameters<typeof accessStatus>[0] }>(`
    SELECT u.source, a.admin_right, a.is_staff, a.company_id,
      a.start_date IS NOT NULL OR a.end_date IS NOT NULL AS dated,
      CASE WHEN a.password_change_owed THEN 'password'
        WHEN a.two_factor_required AND a.two_factor_enabled_at IS NULL THEN 'second factor'
        WHEN a.profile_completion_owed THEN 'profile' END AS owes,
      (SELECT count(*)::int FROM sessions s WHERE s.user_id = u.id AND s.ended_at IS NULL
        AND s.expires_at > now() AND s.last_seen_at BETWEEN now() - interval '1 hour' AND now()
      ) AS sessions,
      json_build_object('isActive', is_active, 'lockedAt', locked_at, 'startDate', start_date,
        'endDate', end_date, 'directoryAllows', directory_allows,
        'today', (now() AT TIME ZONE coalesce(c.time_zone, 'UTC'))::date) AS facts
    FROM users u JOIN user_access a ON a.user_id = u.id LEFT JOIN companies c ON c.id = a.company_id`);
  return rows.map((row) => ({ ...row, status: accessStatus(row.facts) }));
}

const valuesOf = <K extends keyof Row>(rows: Row[], key: K) => new Set(rows.map((row) => row[key]));

/** Fails unless every state, source, right and owed step occurs, and only who may enter is signed in. */
export function expectEveryState(rows: Row[]) {
  const refusals = ['deactivated', 'locked', 'not-started', 'expired', 'directory'];
  expect(valuesOf(rows, 'status')).toEqual(new Set(['active', ...refusals]));
  expect(valuesOf(rows, 'owes')).toEqual(new Set([null, 'password', 'second factor', 'profile']));
  expect(valuesOf(rows, 'source')).toEqual(new Set(['local', 'directory']));
  const rights = ['superuser', 'organisation_admin', 'user_admin', 'party2_user_admin', 'auditor'];
  expect(valuesOf(rows, 'admin_right')).toEqual(new Set([null, ...rights]));
  expect(rows.some((row) => row.is_staff && row.admin_right === null)).toBe(true);
  expect(rows.some((row) => row.company_id === null)).toBe(true);
  expect(rows.some((row) => row.dated && row.status === 'active')).toBe(true);
  expect(rows.filter((row) => row.sessions > 0 && row.status !== 'active')).toEqual([]);
}

/** Selects whatever contradicts itself: no rows is right. */
export const BROKEN = `
  SELECT u.email FROM users u JOIN user_access a ON a.user_id = u.id
  WHERE a.last_active_at > now() OR a.last_active_at < u.created_at OR a.locked_at > now()
    OR a.locked_at < u.created_at OR a.company_id IS DISTINCT FROM u.company_id
    OR (u.source = 'local') <> (a.directory_allows IS NULL) OR u.email !~ '^[a-z0-9.]+@[a-z0-9.-]+$'
    OR u.phone !~ '^\\+[1-9][0-9]{7,14}$' OR u.id::text !~ '^.{14}7.{4}[89ab]'
    OR NOT EXISTS (SELECT FROM audit_events WHERE subject_id = u.id AND action = 'user.created')
  UNION ALL SELECT r.user_id::text FROM user_roles r JOIN platform_roles p ON p.id = r.role_id
    JOIN users u ON u.id = r.user_id WHERE p.company_id IS DISTINCT FROM u.company_id
  UNION ALL SELECT m.user_id::text FROM user_groups m JOIN access_groups g ON g.id = m.group_id
    JOIN users u ON u.id = m.user_id WHERE g.company_id <> u.company_id
  UNION ALL SELECT m.user_id::text FROM user_groups m WHERE m.source = 'role' AND NOT EXISTS (
    SELECT FROM user_roles r JOIN platform_role_groups USING (role_id)
    WHERE r.user_id = m.user_id AND group_id = m.group_id)
  UNION ALL SELECT a.user_id::text FROM user_access a WHERE NOT a.is_active AND (
    EXISTS (SELECT FROM assignments s WHERE s.user_id = a.user_id AND s.is_active)
    OR EXISTS (SELECT FROM user_roles r WHERE r.user_id = a.user_id)
    OR EXISTS (SELECT FROM user_groups m WHERE m.user_id = a.user_id))
  UNION ALL SELECT user_id::text FROM user_access FULL JOIN access_snapshots USING (user_id)
    WHERE is_active = (taken_at IS NOT NULL)
  UNION ALL SELECT k.number FROM contracts k WHERE k.archived_at IS NULL AND 2 > (
    SELECT bool_or(is_approver)::int + bool_or(is_named_manager)::int FROM assignments s
    JOIN user_access a USING (user_id)
    WHERE s.contract_id = k.id AND s.is_active AND a.is_active AND a.locked_at IS NULL
      AND current_date BETWEEN coalesce(start_date, current_date) AND coalesce(end_date, current_date)
      AND directory_allows IS NOT FALSE)
  UNION ALL SELECT k.number FROM contracts k JOIN assignments s ON s.contract_id = k.id
    JOIN users u ON u.id = s.user_id
    WHERE k.created_at < u.created_at OR k.archived_at NOT BETWEEN k.created_at AND now()
      OR s.party = 1 AND u.company_id IS DISTINCT FROM k.company_id
      OR scale(trim_scale(threshold)) > CASE currency WHEN 'JPY' THEN 0 WHEN 'KWD' THEN 3 ELSE 2 END
  UNION ALL SELECT k.number FROM contracts k WHERE NOT EXISTS (
    SELECT FROM audit_events WHERE subject_id = k.id AND action = 'contract.created')`;

/** What contracts there are, and how many people on each. */
export async function contractsOf() {
  const [row] = await sql<Record<string, number>>(`
    SELECT count(*)::int AS contracts, (count(*) FILTER (WHERE is_practice))::int AS practice,
      (count(*) FILTER (WHERE archived_at IS NOT NULL))::int AS archived,
      count(DISTINCT currency)::int AS currencies,
      (SELECT count(*)::int FROM assignments) AS assignments,
      (SELECT count(*)::int FROM assignments WHERE NOT is_active) AS inactive,
      (SELECT count(*)::int FROM assignments s JOIN users u ON u.id = s.user_id
        WHERE s.party = 2 AND u.company_id <> s.company_id) AS guests
    FROM contracts`);
  return row!;
}
