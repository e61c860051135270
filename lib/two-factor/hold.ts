import 'server-only';
import { holdAccess } from '@/lib/access/hold';
import { assertSessionStands } from '@/lib/access/standing';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { forbidden } from '@/lib/core/errors';
import { endSessions } from '@/lib/sessions/end';

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
export async function holdOwn(tx: Transaction, actor: Actor): Promise<Held> {
  const { userId, sessionId } = actor;
  await holdAccess(tx, userId);
  await tx.$executeRaw`SELECT 1 FROM sessions WHERE id = ${sessionId}::uuid FOR UPDATE`;
  await assertSessionStands(tx, actor);
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT a.two_factor_enabled_at AS "enabledAt", a.two_factor_required AS "isRequired",
      s.second_factor_at AS "passedAt"
    FROM user_access a JOIN sessions s ON s.user_id = a.user_id
    WHERE a.user_id = ${userId}::uuid AND s.id = ${sessionId}::uuid`;
  if (!held) throw forbidden('Your session ended meanwhile.');
  return held;
}

/** Ends all sessions of the actor but the one they act from (spec §6, security 11). */
export const endOthers = (tx: Transaction, { userId, sessionId }: Actor) =>
  tx.$executeRaw(
    endSessions(
      'second_factor_changed',
      Prisma.sql`s.user_id = ${userId}::uuid AND s.id <> ${sessionId}::uuid`,
    ),
  );
