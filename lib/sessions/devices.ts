import 'server-only';
import { hashToken, newToken } from '@/lib/core/crypto';
import type { Transaction } from '@/lib/core/db';

const REMEMBERED = 10; // browsers a user; each has an allowance of wrong passwords of its own

/**
 * Remembers a browser for a user who has shown all that signing in asks for: under the token it has
 * if that is known to this very user already, else under a new one. Those used longest ago are
 * forgotten. Returns the token for its device cookie.
 */
export async function rememberDevice(tx: Transaction, userId: string, token = ''): Promise<string> {
  const fresh = newToken();
  const given = hashToken(token);
  const [row] = await tx.$queryRaw<{ isKnown: boolean }[]>`
    WITH known AS (
      UPDATE known_devices SET last_used_at = now()
      WHERE user_id = ${userId}::uuid AND token_hash = ${given} RETURNING id),
    met AS (
      INSERT INTO known_devices (user_id, token_hash)
      SELECT ${userId}::uuid, ${hashToken(fresh)} WHERE NOT EXISTS (SELECT FROM known)),
    forgotten AS (
      DELETE FROM known_devices WHERE id IN (
        SELECT id FROM known_devices WHERE user_id = ${userId}::uuid AND token_hash <> ${given}
        ORDER BY last_used_at DESC, id DESC OFFSET ${REMEMBERED - 1}::int))
    SELECT EXISTS (SELECT FROM known) AS "isKnown"`;
  return row?.isKnown ? token : fresh;
}
