import 'server-only';
import { owedStep, refusals, type Refusal, type Step } from '@/lib/access/decision';
import type { HeldAccess } from '@/lib/access/hold';
import { record } from '@/lib/audit/commands';
import type { Visitor } from '@/lib/core/actor';
import type { SqlTransaction } from '@/lib/core/db';
import type { SessionMethod } from '@/lib/generated/prisma/enums';
import { issueSession, type IssuedSession } from '@/lib/sessions/issue';

/**
 * Failures are all alike, so that nothing tells an account from none. A refusal is named only to
 * whoever gave the right primary credential (spec §2).
 */
export type SignInResult =
  | ({ kind: 'signed-in'; owed: Step | null } & IssuedSession)
  | { kind: 'refused'; reason: Refusal }
  | { kind: 'failed' };

/**
 * Lets somebody in who gave a right primary credential, by whatever way: access decision, a new
 * session, the browser remembered, the audit. The caller holds their access in this transaction.
 */
export async function enter(
  tx: SqlTransaction,
  userId: string,
  held: HeldAccess,
  visitor: Visitor,
  method: SessionMethod,
): Promise<SignInResult> {
  const reason = refusals(held)[0];
  if (reason) {
    await record(
      tx,
      { ...visitor, userId },
      {
        action: 'sign-in.refused',
        subjectType: 'user',
        subjectId: userId,
        companyId: held.companyId,
        after: { reason, method },
      },
    );
    return { kind: 'refused', reason };
  }
  const issued = await issueSession(tx, userId, visitor, method);
  const owed = owedStep({
    ...held,
    twoFactorEnabled: held.twoFactorEnabledAt !== null,
    twoFactorPassed: false,
    firstLogin: method === 'first_login',
  });
  return { kind: 'signed-in', owed, ...issued };
}
