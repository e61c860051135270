import 'server-only';
import { db } from '@/lib/core/db';
import type { PasswordRules } from './policy';

type Row = { minimum: number; words: (string | null)[] };

/**
 * What a new password of this person is held to, for the form that asks for it: the caller may see
 * them. For somebody who is not there yet (null), the length of the settings alone.
 */
export async function passwordRules(userId: string | null): Promise<PasswordRules> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT l.password_minimum AS minimum,
      ARRAY[u.first_name, u.last_name, u.email, c.name] AS words
    FROM settings l
    LEFT JOIN users u ON u.id = ${userId}::uuid
    LEFT JOIN companies c ON c.id = u.company_id`;
  if (!row) throw new Error('the settings have no row');
  return { minimum: row.minimum, words: row.words.filter((word) => word !== null) };
}
