import 'server-only';
import { SECOND } from '@/lib/core/clock';
import type { Transaction } from '@/lib/core/db';
import type { AccessFacts, AccessStatus } from './decision';
import { accessStatusSql, todaySql } from './sql';

/** Somebody's access once their row is held: it cannot change before the transaction ends. */
export type HeldAccess = AccessFacts & {
  status: AccessStatus;
  source: 'local' | 'directory';
  companyId: string | null;
  /** Of the password stored here. */
  passwordChangedAt: Date | null;
};

const PATIENCE = 2 * SECOND;

/**
 * Holds somebody's access until the transaction ends, so that no lock can fall between what is
 * judged and what is written. Read only once it is held: what changed while we waited would not be
 * seen by the statement that waits. It waits no longer than `patience` milliseconds, then the
 * database refuses (55P03): those a mass change puts out must not take all connections by knocking.
 */
export async function holdAccess(
  tx: Transaction,
  userId: string,
  patience = PATIENCE,
): Promise<HeldAccess | undefined> {
  await tx.$executeRaw`
    WITH patience AS MATERIALIZED (SELECT set_config('lock_timeout', ${`${patience}ms`}, true))
    SELECT 1 FROM patience, user_access a WHERE a.user_id = ${userId}::uuid FOR UPDATE OF a`;
  const [held] = await tx.$queryRaw<HeldAccess[]>`
    SELECT a.is_active AS "isActive", a.locked_at AS "lockedAt", a.start_date::text AS "startDate",
      a.end_date::text AS "endDate", a.directory_allows AS "directoryAllows",
      ${todaySql()}::text AS today, ${accessStatusSql()} AS status, u.source,
      a.company_id AS "companyId", k.changed_at AS "passwordChangedAt"
    FROM user_access a
    JOIN users u ON u.id = a.user_id
    LEFT JOIN companies c ON c.id = a.company_id
    LEFT JOIN password_credentials k ON k.user_id = a.user_id
    WHERE a.user_id = ${userId}::uuid`;
  return held;
}
