import 'server-only';
import { hashToken } from '@/lib/core/crypto';
import { pool } from '@/lib/core/db';
import { together } from '@/lib/core/together';
import { MINUTE } from '@/lib/core/clock';
import type { AdminRight, SessionEnd, SessionMethod } from '@/lib/generated/prisma/enums';
import { owedStep, refusals, type Refusal, type Step } from './decision';

/** Why a session that once was counts no longer; told to whoever still holds its cookie. */
export type EndReason = SessionEnd | Refusal | 'idle' | 'time_limit';

/** Who stands at the gate, decided from the database as it is now. */
export type Admission =
  | { kind: 'anonymous' }
  | { kind: 'ended'; reason: EndReason }
  | { kind: 'admitted'; session: LiveSession; owed: Step | null };

export type LiveSession = {
  sessionId: string;
  userId: string;
  companyId: string | null;
  isStaff: boolean;
  right: AdminRight | null;
  lastSeenAt: Date;
};

// Prepared and by key alone: session, access, company, and the one row of settings. It never touches the wide users table.
const ADMISSION = {
  name: 'admission',
  text: `SELECT asked.place::int,
      s.id, s.user_id, s.last_seen_at, s.second_factor_at, s.end_reason, s.method,
      least(s.expires_at, s.created_at + make_interval(mins => l.session_absolute_minutes)) <= now()
        AS is_over,
      s.last_seen_at + make_interval(mins => l.session_idle_minutes) <= now() AS is_idle,
      a.company_id, a.is_active, a.locked_at, a.start_date::text, a.end_date::text,
      a.directory_allows, a.is_staff, a.admin_right, a.password_change_owed,
      a.profile_completion_owed, a.two_factor_required, a.two_factor_enabled_at,
      (now() AT TIME ZONE coalesce(c.time_zone, 'UTC'))::date::text AS today
    FROM unnest($1::bytea[]) WITH ORDINALITY AS asked (token_hash, place)
    JOIN sessions s ON s.token_hash = asked.token_hash
    JOIN user_access a ON a.user_id = s.user_id
    LEFT JOIN companies c ON c.id = a.company_id
    CROSS JOIN settings l`,
};

type Row = {
  /** Which of those asked for, from 1. */
  place: number;
  id: string;
  user_id: string;
  last_seen_at: Date;
  second_factor_at: Date | null;
  end_reason: SessionEnd | null;
  method: SessionMethod;
  /** Past what it was given, or past what the settings allow now, whichever is shorter. */
  is_over: boolean;
  is_idle: boolean;
  company_id: string | null;
  is_active: boolean;
  locked_at: Date | null;
  start_date: string | null;
  end_date: string | null;
  directory_allows: boolean | null;
  is_staff: boolean;
  admin_right: AdminRight | null;
  password_change_owed: boolean;
  profile_completion_owed: boolean;
  two_factor_required: boolean;
  two_factor_enabled_at: Date | null;
  today: string;
};

// Requests that arrive together are looked up together, by a query that starts after they came.
const lookUp = together(async (hashes: Uint8Array[]) => {
  const found = new Array<Row | undefined>(hashes.length);
  const { rows } = await pool('gate').query<Row>({ ...ADMISSION, values: [hashes] });
  for (const row of rows) found[row.place - 1] = row;
  return found;
});

/**
 * The access decision for the holder of a session token, read afresh on every call: no cache may
 * outlive a commit (spec §2). Throws when the database is out of reach.
 */
export async function admit(token: string | undefined): Promise<Admission> {
  const row = await lookUp(hashToken(token ?? ''));
  return row ? judge(row) : { kind: 'anonymous' };
}

function judge(row: Row): Admission {
  const ended = endOf(row);
  if (ended) return { kind: 'ended', reason: ended };
  const owed = owedStep({
    twoFactorEnabled: row.two_factor_enabled_at !== null,
    twoFactorPassed: row.second_factor_at !== null,
    passwordChangeOwed: row.password_change_owed,
    twoFactorRequired: row.two_factor_required,
    profileCompletionOwed: row.profile_completion_owed,
    firstLogin: row.method === 'first_login',
  });
  const session = {
    sessionId: row.id,
    userId: row.user_id,
    companyId: row.company_id,
    isStaff: row.is_staff,
    right: row.admin_right,
    lastSeenAt: row.last_seen_at,
  };
  return { kind: 'admitted', session, owed };
}

function endOf(row: Row): EndReason | undefined {
  if (row.end_reason) return row.end_reason;
  const refusal = refusals({
    isActive: row.is_active,
    lockedAt: row.locked_at,
    startDate: row.start_date,
    endDate: row.end_date,
    directoryAllows: row.directory_allows,
    today: row.today,
  })[0];
  if (refusal) return refusal;
  if (row.is_over) return 'time_limit';
  if (row.is_idle) return 'idle';
  return undefined;
}

const TOUCH_EVERY = MINUTE;

// Rows that a lifecycle change holds are passed over: being seen must not wait for a mass lock.
const TOUCH = {
  name: 'touch',
  text: `WITH seen AS (
      UPDATE sessions SET last_seen_at = now() WHERE id = (
        SELECT id FROM sessions WHERE id = $1 AND ended_at IS NULL FOR UPDATE SKIP LOCKED)
      RETURNING user_id)
    UPDATE user_access SET last_active_at = now() WHERE user_id = (
      SELECT a.user_id FROM user_access a JOIN seen USING (user_id) FOR UPDATE OF a SKIP LOCKED)`,
};

/** Notes that the session was used; at most once a minute, so the idle limit is that exact. */
export async function touch(session: LiveSession, now: Date): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < TOUCH_EVERY) return;
  await pool('gate').query({ ...TOUCH, values: [session.sessionId] });
}
