import 'server-only';
import { prepared, Prisma, type SqlTransaction } from '@/lib/core/db';
import type { AdminRight } from '@/lib/generated/prisma/enums';
import type { AccessFacts, AccessStatus } from './decision';
import { accessStatusSql, todaySql } from './sql';

/** Somebody's access once their row is held: it cannot change before the transaction ends. */
export type HeldAccess = AccessFacts & {
  status: AccessStatus;
  source: 'local' | 'directory';
  companyId: string | null;
  right: AdminRight | null;
  passwordChangeOwed: boolean;
  profileCompletionOwed: boolean;
  twoFactorRequired: boolean;
  twoFactorEnabledAt: Date | null;
  /** Of the password stored here. */
  passwordChangedAt: Date | null;
};

/**
 * Holds somebody's access until the transaction ends, so that no lock can fall between what is
 * judged and what is written. Read only once it is held: what changed while we waited would not be
 * seen by the statement that waits.
 */
export async function holdAccess(
  tx: SqlTransaction,
  userId: string,
): Promise<HeldAccess | undefined> {
  await tx.$executeRaw(prepared(holding(userId)));
  const [held] = await tx.$queryRaw<HeldAccess[]>(prepared(accessOf(userId)));
  return held;
}

const holding = (userId: string) =>
  Prisma.sql`SELECT 1 FROM user_access WHERE user_id = ${userId}::uuid FOR UPDATE`;

const accessOf = (userId: string) => Prisma.sql`
    SELECT a.is_active AS "isActive", a.locked_at AS "lockedAt", a.start_date::text AS "startDate",
      a.end_date::text AS "endDate", a.directory_allows AS "directoryAllows",
      ${todaySql()}::text AS today, ${accessStatusSql()} AS status, u.source,
      a.company_id AS "companyId", a.admin_right AS "right",
      a.password_change_owed AS "passwordChangeOwed",
      a.profile_completion_owed AS "profileCompletionOwed",
      a.two_factor_required AS "twoFactorRequired",
      a.two_factor_enabled_at AS "twoFactorEnabledAt", k.changed_at AS "passwordChangedAt"
    FROM user_access a
    JOIN users u ON u.id = a.user_id
    LEFT JOIN companies c ON c.id = a.company_id
    LEFT JOIN password_credentials k ON k.user_id = a.user_id
    WHERE a.user_id = ${userId}::uuid`;
