import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { invalid } from '@/lib/core/errors';
import type { AccessChange } from '@/lib/lifecycle/change';
import { KEY_PERSON } from '@/lib/lifecycle/changes/key-person';

const WHO = Prisma.sql`(
  SELECT jsonb_build_object('firstName', u.first_name, 'lastName', u.last_name, 'email', u.email,
    'company', c.name)
  FROM users u LEFT JOIN companies c ON c.id = u.company_id WHERE u.id = a.user_id)`;

/**
 * Deletes people, but no key persons: they are replaced first (spec §9). Credentials, sessions, links, memberships and photo go with the row (foreign keys
 * cascade); a mail that carried a link is dropped with it. `confirmed` throws where the typed
 * confirmation names somebody else.
 */
export const removal = (confirmed?: AccessChange['requires']): AccessChange => ({
  permission: 'users.delete',
  action: 'user.deleted',
  ...(confirmed && { requires: confirmed }),
  refused: KEY_PERSON,
  looksFurther: true,
  kept: WHO,
  after: Prisma.sql`NULL::jsonb`,
  spares: 'access',
  also: (tx, done) => tx.$executeRaw`DELETE FROM users WHERE id IN (${done})`,
});

/** Refuses at the field `email` where one of these people, as far as the actor sees them, has another. */
export const bearing =
  (actor: Actor, userIds: string[], email: string) =>
  async (tx: Transaction): Promise<void> => {
    const others = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM users u WHERE u.id = ANY (${userIds}::uuid[]) AND u.email <> ${email}
        AND ${inScope(actor, Prisma.sql`u.company_id`)}`;
    if (others.length > 0)
      throw invalid({ email: 'This is not their e-mail. Nobody was deleted.' });
  };
