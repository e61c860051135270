import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';

/** One's own profile as it is before it is completed. */
export type OwnProfile = {
  firstName: string;
  lastName: string;
  phone: string | null;
  email: string;
  company: string | null;
  /** Local, and without a password so far. */
  needsPassword: boolean;
};

/** What is known of the actor so far. */
export async function ownProfile({ userId }: Actor): Promise<OwnProfile> {
  const [profile] = await db().$queryRaw<OwnProfile[]>`
    SELECT u.first_name AS "firstName", u.last_name AS "lastName", u.phone, u.email,
      c.name AS company, u.source = 'local' AND k.user_id IS NULL AS "needsPassword"
    FROM users u
    LEFT JOIN companies c ON c.id = u.company_id
    LEFT JOIN password_credentials k ON k.user_id = u.id
    WHERE u.id = ${userId}::uuid`;
  if (!profile) throw notFound('Your account');
  return profile;
}
