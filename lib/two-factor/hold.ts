import 'server-only';
import { holdAccess } from '@/lib/access/hold';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import { forbidden } from '@/lib/core/errors';

/** What is true of somebody's second factor and session while both rows are held. */
export type Held = {
  enabledAt: Date | null;
  isRequired: boolean;
  /** When this session passed the second factor. */
  passedAt: Date | null;
};

/**
 * Holds the access and the session of the actor until the transaction ends, in the order in which
 * everybody takes them: what is done with codes is done one after the other, and a reset, a
 * requirement or a lock falls before or after it. Throws when the session no longer stands.
 */
export async function holdOwn(tx: Transaction, { userId, sessionId }: Actor): Promise<Held> {
  const access = await holdAccess(tx, userId);
  const [session] = await tx.$queryRaw<Pick<Held, 'passedAt'>[]>`
    SELECT second_factor_at AS "passedAt" FROM sessions
    WHERE id = ${sessionId}::uuid AND user_id = ${userId}::uuid AND ended_at IS NULL FOR UPDATE`;
  if (access?.status !== 'active' || !session) throw forbidden('Your session ended meanwhile.');
  const { twoFactorEnabledAt: enabledAt, twoFactorRequired: isRequired } = access;
  return { enabledAt, isRequired, ...session };
}
