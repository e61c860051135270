import 'server-only';
import { now } from '@/lib/core/clock';
import { hashToken, newToken } from '@/lib/core/crypto';
import type { Transaction } from '@/lib/core/db';

const REMEMBERED = 10; // browsers a user; each has an allowance of wrong passwords of its own

/** Forgets all but the browsers used last. */
const forgetOldest = (tx: Transaction, userId: string) => tx.$executeRaw`
  DELETE FROM known_devices WHERE user_id = ${userId}::uuid AND id NOT IN (
    SELECT id FROM known_devices WHERE user_id = ${userId}::uuid
    ORDER BY last_used_at DESC, id DESC LIMIT ${REMEMBERED})`;

/** Remembers the browser for this user; returns the token for its device cookie. */
export async function rememberDevice(tx: Transaction, userId: string, token = newToken()) {
  const tokenHash = hashToken(token);
  await tx.knownDevice.upsert({
    where: { userId_tokenHash: { userId, tokenHash } },
    create: { userId, tokenHash },
    update: { lastUsedAt: now() },
  });
  await forgetOldest(tx, userId);
  return token;
}
