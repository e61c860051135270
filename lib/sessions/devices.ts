import 'server-only';
import { hashToken, newToken } from '@/lib/core/crypto';
import { Prisma, type Transaction } from '@/lib/core/db';

const REMEMBERED = 10; // browsers a user; each has an allowance of wrong passwords of its own

/** The token a browser has, if any, and the one it gets where that is not known. */
export type DeviceTokens = { given: string; fresh: string };

export const deviceTokens = (given = ''): DeviceTokens => ({ given, fresh: newToken() });

/**
 * Remembers a browser for whoever `who` selects (user_id): under the token it has if that is known
 * to this very user already, else under the fresh one. Those used longest ago are forgotten. As
 * CTEs; `known` has a row when the given token was.
 */
export const remembering = (who: Prisma.Sql, { given, fresh }: DeviceTokens) => Prisma.sql`
  known AS (
    UPDATE known_devices SET last_used_at = now()
    WHERE user_id IN (${who}) AND token_hash = ${hashToken(given)} RETURNING id),
  met AS (
    INSERT INTO known_devices (user_id, token_hash)
    SELECT user_id, ${hashToken(fresh)} FROM (${who}) AS w WHERE NOT EXISTS (SELECT FROM known)),
  forgotten AS (
    DELETE FROM known_devices WHERE id IN (
      SELECT id FROM known_devices
      WHERE user_id IN (${who}) AND token_hash <> ${hashToken(given)}
      ORDER BY last_used_at DESC, id DESC OFFSET ${REMEMBERED - 1}::int))`;

/**
 * Remembers the browser of a user who has shown all that signing in asks for. Returns the token for
 * its device cookie.
 */
export async function rememberDevice(tx: Transaction, userId: string, token = ''): Promise<string> {
  const tokens = deviceTokens(token);
  const [row] = await tx.$queryRaw<{ isKnown: boolean }[]>`
    WITH ${remembering(Prisma.sql`SELECT ${userId}::uuid AS user_id`, tokens)}
    SELECT EXISTS (SELECT FROM known) AS "isKnown"`;
  return row?.isKnown ? tokens.given : tokens.fresh;
}
