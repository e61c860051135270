import 'server-only';
import { inScope } from '@/lib/access/sql';
import { recordSet } from '@/lib/audit/commands';
import { assignmentInWords } from '@/lib/contracts/assignments/words';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { invalid } from '@/lib/core/errors';
import type { AccessChange } from '@/lib/lifecycle/change';
import { KEY_PERSON } from '@/lib/lifecycle/changes/key-person';

const WHO = Prisma.sql`(
  SELECT jsonb_build_object('firstName', u.first_name, 'lastName', u.last_name, 'email', u.email,
    'company', c.name)
  FROM users u LEFT JOIN companies c ON c.id = u.company_id WHERE u.id = a.user_id)`;

/** What people were on contracts, of each under the company that owns it: in words, as its changes are kept. */
const onContracts = (people: Prisma.Sql) => Prisma.sql`
  SELECT s.user_id, s.company_id, jsonb_build_object('contractId', k.id, 'contract', k.number)
      || ${assignmentInWords(Prisma.raw('s'), Prisma.raw('r'))} AS before,
    NULL::jsonb AS after
  FROM assignments s
  JOIN contracts k ON k.id = s.contract_id
  JOIN contract_roles r ON r.id = s.role_id
  WHERE s.user_id IN (${people})`;

/**
 * Deletes people, but no key persons: they are replaced first (spec §9). Credentials, sessions,
 * links, memberships, photo and what they were on contracts go with the row (foreign keys cascade),
 * the last into the audit; a mail that carried a link is dropped with it. `confirmed` throws where
 * the typed confirmation names somebody else.
 */
export const removal = (actor: Actor, confirmed?: AccessChange['requires']): AccessChange => ({
  permission: 'users.delete',
  action: 'user.deleted',
  ...(confirmed && { requires: confirmed }),
  refused: KEY_PERSON,
  looksFurther: true,
  kept: WHO,
  after: Prisma.sql`NULL::jsonb`,
  spares: 'access',
  also: async (tx, done) => {
    await tx.$executeRaw(recordSet(actor, 'contract.person-removed', onContracts(done)));
    await tx.$executeRaw`DELETE FROM users WHERE id IN (${done})`;
  },
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
