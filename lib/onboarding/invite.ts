import 'server-only';
import { accessStatusSql } from '@/lib/access/sql';
import { recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { invalid } from '@/lib/core/errors';
import { INVITATION, sendLinks } from '@/lib/links/links';
import type { Invite } from './schema';

type Facts = { isLocal: boolean; mayEnter: boolean; hasWord: boolean; hasPassword: boolean };

const factsOf = async (tx: Transaction, userId: string): Promise<Facts> => {
  const [facts] = await tx.$queryRaw<Facts[]>`
    SELECT ${accessStatusSql()} = 'active' AS "mayEnter", c.control_word_hash IS NOT NULL AS "hasWord",
      NOT a.profile_completion_owed AS "hasPassword", u.source = 'local' AS "isLocal"
    FROM user_access a JOIN users u ON u.id = a.user_id LEFT JOIN companies c ON c.id = a.company_id
    WHERE a.user_id = ${userId}::uuid`;
  if (!facts) throw new Error('no access row for the new member');
  return facts;
};

/** Why such a mail would lead nowhere, as lib/lifecycle judges it for people already there. */
function problemOf(invite: Invite, facts: Facts): string | undefined {
  const { isLocal, mayEnter, hasWord, hasPassword } = facts;
  if (invite === 'none') return undefined;
  if (!isLocal) return 'The directory holds their password. Choose none.';
  if (!mayEnter) {
    return 'This person may not enter today, so a link would open nothing. Choose none, and invite them from their page when they may.';
  }
  if (invite === 'password_reset') return undefined;
  if (hasPassword)
    return 'Who has a password, or gets one now, has no first login. Choose another invitation.';
  return hasWord
    ? undefined
    : 'The company has no control word yet. Set one in its settings, or choose another invitation.';
}

/**
 * Mails somebody who has just become a member their way in, in the transaction that makes them one. Refuses at the
 * field `invite` what would lead nowhere; not said, it is first login where that works, else none.
 */
export async function inviteMember(
  tx: Transaction,
  actor: Actor,
  userId: string,
  wanted: Invite | null,
): Promise<void> {
  const facts = await factsOf(tx, userId);
  const problem = problemOf(wanted ?? 'first_login', facts);
  if (problem && wanted) throw invalid({ invite: problem });
  const invite = problem ? 'none' : (wanted ?? 'first_login');
  if (invite === 'none') return;
  const person = Prisma.sql`SELECT ${userId}::uuid`;
  await sendLinks(tx, person, { ...INVITATION[invite], requestedById: actor.userId });
  await tx.$executeRaw(
    recordSet(
      actor,
      'user.invited',
      Prisma.sql`SELECT user_id, company_id, NULL::jsonb AS before,
        jsonb_build_object('link', ${invite}::text) AS after
        FROM user_access WHERE user_id = ${userId}::uuid`,
    ),
  );
}
