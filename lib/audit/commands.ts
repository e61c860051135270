import 'server-only';
import { Prisma, type SqlTransaction } from '@/lib/core/db';
import type { Origin } from '@/lib/core/actor';

/** Who is written down as acting: a command's actor, or nobody signed in. */
export type Recorder = Origin & { userId: string | null };

/** One audited event; `before` and `after` hold what changed, never a secret (security 53). */
export type AuditEntry = {
  action: string;
  subjectType:
    | 'user'
    | 'company'
    | 'department'
    | 'position'
    | 'role'
    | 'group'
    | 'quiz'
    | 'contract'
    | 'contract-role'
    | 'bulk-run'
    | 'import'
    | 'export'
    | 'session'
    | 'mail'
    | 'view'
    | 'system';
  subjectId: string | null;
  companyId?: string | null;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
};

const json = (value: object | undefined) => (value ? JSON.stringify(value) : null);

/** Writes one audit row in the caller's transaction: change and record commit together (51). */
export async function record(tx: SqlTransaction, recorder: Recorder, entry: AuditEntry) {
  const { userId, address, requestId } = recorder;
  const { action, subjectType, subjectId, companyId = null, before, after } = entry;
  await tx.$executeRaw`
    INSERT INTO audit_events
      (action, actor_id, subject_type, subject_id, company_id, before, after, address, request_id)
    VALUES (${action}, ${userId}::uuid, ${subjectType}, ${subjectId}::uuid, ${companyId}::uuid,
      ${json(before)}::jsonb, ${json(after)}::jsonb, ${address}, ${requestId})`;
}

/**
 * The audit rows of a set of people, to stand as a CTE or on its own. `source` selects
 * (user_id uuid, company_id uuid, before jsonb, after jsonb); of another subject type, the subject's
 * id as user_id.
 */
export function recordSet(
  recorder: Recorder,
  action: string,
  source: Prisma.Sql,
  subjectType: AuditEntry['subjectType'] = 'user',
): Prisma.Sql {
  const { userId, address, requestId } = recorder;
  return Prisma.sql`
    INSERT INTO audit_events
      (action, actor_id, subject_type, subject_id, company_id, before, after, address, request_id)
    SELECT ${action}, ${userId}::uuid, ${subjectType}, user_id, company_id, before, after,
      ${address}, ${requestId}
    FROM (${source}) AS changes`;
}
