import { generateSecret } from 'otplib';
import { seal } from '@/lib/core/seal';
import { sql } from '@/tests/sql';
import { codeOf } from '@/tests/second-factor';
import type { Doer } from './deeds/deed';

async function writeTotp(userId: string, sealed: string, isConfirmed: boolean): Promise<void> {
  await sql(
    `INSERT INTO totp_credentials (user_id, secret, confirmed_at)
     VALUES ($1, $2, CASE WHEN $3 THEN now() END)`,
    [userId, seal(sealed, userId), isConfirmed],
  );
}

/** A set-up that the doer's session has begun; returns the code that its app shows. */
export async function beginSetUp(
  { person, sessionId }: Doer,
  { isConfirmed = false } = {},
): Promise<string> {
  const secret = generateSecret();
  if (person) await writeTotp(person.id, `${sessionId}:${secret}`, isConfirmed);
  return codeOf(secret);
}

/** A key in the doer's app; whether it counts is not touched. Returns the code that it shows. */
export async function giveKey({ person }: Doer): Promise<string> {
  const secret = generateSecret();
  if (person) await writeTotp(person.id, secret, true);
  return codeOf(secret);
}

/**
 * A second factor that is on and was given in the doer's session; whoever owes a step of it goes on
 * owing. Returns the code that its app shows.
 */
export async function switchOn(doer: Doer): Promise<string> {
  const code = await giveKey(doer);
  await sql(
    `WITH switched AS (
       UPDATE user_access SET two_factor_enabled_at = now()
       WHERE user_id = $1 AND NOT two_factor_required AND two_factor_enabled_at IS NULL
       RETURNING 1)
     UPDATE sessions SET second_factor_at = now() WHERE id = $2 AND EXISTS (SELECT 1 FROM switched)`,
    [doer.person?.id, doer.sessionId],
  );
  return code;
}
