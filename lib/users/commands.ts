import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { assertSessionStands } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { transaction, type Transaction } from '@/lib/core/db';
import { conflict, notFound } from '@/lib/core/errors';
import { phoneText } from '@/lib/core/input';
import type { ProfileEdit } from './schema';

type Kept = { firstName: string; lastName: string; phone: string | null; isLocal: boolean };

// Held, so that a conflict tells what is there now and not what was when we came.
async function hold(tx: Transaction, userId: string) {
  const [kept] = await tx.$queryRaw<Kept[]>`
    SELECT first_name AS "firstName", last_name AS "lastName", phone, source = 'local' AS "isLocal"
    FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  if (!kept) throw notFound('Your account');
  const { isLocal, ...before } = kept;
  if (!isLocal)
    throw conflict('The directory holds your names and phone; have them changed there.');
  return before;
}

const overtaken = ({ firstName, lastName, phone }: Omit<Kept, 'isLocal'>) =>
  conflict(
    `Your profile was changed elsewhere meanwhile: it is now “${firstName} ${lastName}”, ${phone ? phoneText(phone) : 'without a phone'}. Load the page again to go on from there.`,
  );

/** Changes one's own names and phone. A stale version is a conflict that tells what is there now. */
export async function updateOwnProfile(actor: Actor, input: ProfileEdit): Promise<void> {
  assertCan(actor, 'own.profile');
  const { version, ...after } = input;
  await transaction(async (tx) => {
    await assertSessionStands(tx, actor);
    const before = await hold(tx, actor.userId);
    const { count } = await tx.user.updateMany({
      where: { id: actor.userId, version },
      data: { ...after, version: { increment: 1 } },
    });
    if (count === 0) throw overtaken(before);
    await record(tx, actor, {
      action: 'user.profile-updated',
      subjectType: 'user',
      subjectId: actor.userId,
      companyId: actor.companyId,
      before,
      after,
    });
  });
}
