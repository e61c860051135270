import 'server-only';
import { isKeyPerson } from '@/lib/access/contracts';
import { Prisma } from '@/lib/core/db';

/**
 * Refuses key persons, who are replaced first (spec §9). Read once the people are held: whoever
 * gives somebody a seat holds them too.
 */
export const KEY_PERSON = Prisma.sql`
  WHEN ${isKeyPerson(Prisma.sql`a.user_id`)} THEN 'key-person'`;
