import type { TestCompany, TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { hashOf } from '@/tests/state';
import type { Fields } from '../call';

/** Who acts: a person with their company and the session they act from, or nobody with a company. */
export type Doer = { person: TestPerson | null; company: TestCompany; sessionId: string | null };

/** A form filled in rightly, and how to see in the database that its action has been done. */
export type Deed = { fields: Fields; happened: () => Promise<boolean> };

/** The deeds of one area of the application, each by the name of its action in the build. */
export type Deeds = Record<string, (doer: Doer) => Promise<Deed>>;

export const NEW_PASSWORD = 'a different phrase';

/** Is there such a row? */
export const exists = (text: string, values: unknown[]) => async () =>
  (await sql(`SELECT 1 FROM ${text}`, values)).length > 0;

/** Is there such a person without a row in the table any more? */
export const without = (table: string, userId: string | undefined) =>
  exists(`users u WHERE u.id = $1 AND NOT EXISTS (SELECT 1 FROM ${table} WHERE user_id = u.id)`, [
    userId,
  ]);

/** A new password of somebody, typed twice, beside the other fields. */
export async function passwordOf(userId: string | undefined, fields: Fields): Promise<Deed> {
  const hash = () => (userId ? hashOf(userId) : undefined);
  const before = await hash();
  return {
    fields: { ...fields, password: NEW_PASSWORD, repeat: NEW_PASSWORD },
    happened: async () => (await hash()) !== before,
  };
}

export const sessionEnded = (id: string | null) =>
  exists('sessions WHERE id = $1 AND ended_at IS NOT NULL', [id]);

/** Has this session given its second factor? */
export const steppedUp = (id: string | null) =>
  exists('sessions WHERE id = $1 AND second_factor_at IS NOT NULL', [id]);
