import 'server-only';
import { now } from '@/lib/core/clock';
import { hashToken, newToken } from '@/lib/core/crypto';
import type { Transaction } from '@/lib/core/db';

/** Remembers the browser for this user; returns the token for its device cookie. */
export async function rememberDevice(tx: Transaction, userId: string, token = newToken()) {
  const tokenHash = hashToken(token);
  await tx.knownDevice.upsert({
    where: { userId_tokenHash: { userId, tokenHash } },
    create: { userId, tokenHash },
    update: { lastUsedAt: now() },
  });
  return token;
}
