import { sql } from './sql';

// What the database says of a person after the fact.

export type AccessState = {
  is_active: boolean;
  locked_at: Date | null;
  lock_reason: string | null;
  locked_by_id: string | null;
  password_change_owed: boolean;
};

export async function accessOf(userId: string): Promise<AccessState> {
  const [row] = await sql<AccessState>(
    `SELECT is_active, locked_at, lock_reason, locked_by_id, password_change_owed
     FROM user_access WHERE user_id = $1`,
    [userId],
  );
  return row!;
}

/** Why each of their sessions ended, oldest first; null: it lives. */
export async function sessionEndsOf(userId: string): Promise<(string | null)[]> {
  const rows = await sql<{ end_reason: string | null }>(
    'SELECT end_reason FROM sessions WHERE user_id = $1 ORDER BY id',
    [userId],
  );
  return rows.map((row) => row.end_reason);
}

export type AuditRow = {
  action: string;
  actor_id: string | null;
  company_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  address: string;
  request_id: string;
};

/** The audit rows about a subject, oldest first. */
export const auditOf = (subjectId: string): Promise<AuditRow[]> =>
  sql<AuditRow>(
    `SELECT action, actor_id, company_id, before, after, address, request_id
     FROM audit_events WHERE subject_id = $1 ORDER BY id`,
    [subjectId],
  );

export async function hashOf(userId: string): Promise<string | undefined> {
  const rows = await sql<{ hash: string }>(
    'SELECT hash FROM password_credentials WHERE user_id = $1',
    [userId],
  );
  return rows[0]?.hash;
}
