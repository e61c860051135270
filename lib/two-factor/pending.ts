import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { now } from '@/lib/core/clock';
import type { Transaction } from '@/lib/core/db';
import { conflict } from '@/lib/core/errors';
import { seal, unseal } from '@/lib/core/seal';
import { totpStep } from '@/lib/credentials/totp';

// Until it is switched on, a secret belongs to the session that gave the password for it: another
// session of the same person neither sees it nor can finish with it (security 22).

/** Seals the secret of a set-up under way, for this session alone. */
export const sealPending = (secret: string, { userId, sessionId }: Actor): string =>
  seal(`${sessionId}:${secret}`, userId);

/** The secret of a set-up that this session began; undefined for any other. */
export function openPending(sealed: string, { userId, sessionId }: Actor): string | undefined {
  const opened = open(sealed, userId);
  return opened?.startsWith(`${sessionId}:`) ? opened.slice(sessionId.length + 1) : undefined;
}

// What does not open any more is begun anew.
function open(sealed: string, owner: string): string | undefined {
  try {
    return unseal(sealed, owner);
  } catch {
    return undefined;
  }
}

async function pendingOf(tx: Transaction, actor: Actor) {
  const row = await tx.totpCredential.findUnique({ where: { userId: actor.userId } });
  const secret = row && openPending(row.secret, actor);
  if (!secret) throw conflict('This set-up has ended or was begun elsewhere. Begin it again here.');
  return { secret, confirmedAt: row.confirmedAt };
}

/** Was a right code given now, or before when none is given now? Notes it; each step counts once. */
export async function confirmPending(
  tx: Transaction,
  actor: Actor,
  code: string | undefined,
): Promise<boolean> {
  const { secret, confirmedAt } = await pendingOf(tx, actor);
  if (code === undefined) return confirmedAt !== null;
  const step = await totpStep(secret, code);
  if (!step) return false;
  const { count } = await tx.totpCredential.updateMany({
    where: { userId: actor.userId, lastStep: { lt: step } },
    data: { confirmedAt: now(), lastStep: step },
  });
  return count === 1;
}

/** Makes the confirmed secret the person's own, whichever session they have. */
export async function settlePending(tx: Transaction, actor: Actor): Promise<void> {
  const { userId } = actor;
  const { secret, confirmedAt } = await pendingOf(tx, actor);
  if (!confirmedAt) throw conflict('Confirm the set-up with a code of the app first.');
  await tx.totpCredential.update({ where: { userId }, data: { secret: seal(secret, userId) } });
}
