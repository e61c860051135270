import { createHash, randomBytes } from 'node:crypto';
import { generate, generateSecret } from 'otplib';
import { seal } from '@/lib/core/seal';
import { sql } from './sql';

// Second factors for tests, written straight into the database that DATABASE_URL names; sealed with
// the ENCRYPTION_KEYS of this process, which must be those of the server under test.

const PERIOD = 30;

export type SecondFactor = { secret: string; codes: string[] };

/** Switches a second factor on; returns its key and its ten backup codes. */
export async function giveSecondFactor(userId: string): Promise<SecondFactor> {
  const secret = generateSecret();
  const codes = Array.from({ length: 10 }, () =>
    [...randomBytes(16)].map((byte) => 'ABCDEFGH23456789'[byte & 15]).join(''),
  );
  await sql('UPDATE user_access SET two_factor_enabled_at = now() WHERE user_id = $1', [userId]);
  await sql(`INSERT INTO totp_credentials (user_id, secret, confirmed_at) VALUES ($1, $2, now())`, [
    userId,
    seal(secret, userId),
  ]);
  await sql('INSERT INTO backup_codes (user_id, code_hash) SELECT $1, unnest($2::bytea[])', [
    userId,
    codes.map((code) => createHash('sha256').update(code).digest()),
  ]);
  return { secret, codes };
}

/** The code an app shows now, or so many time steps later. */
export const codeOf = (secret: string, steps = 0, at = Date.now()): Promise<string> =>
  generate({ secret, epoch: Math.floor(at / 1000) + steps * PERIOD });

/** Six figures that are right in none of the steps around now. */
export async function wrongCode(secret: string): Promise<string> {
  const around = await Promise.all([-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps)));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find(
    (code) => !around.includes(code),
  )!;
}
