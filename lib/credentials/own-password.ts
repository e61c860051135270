import 'server-only';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { db, transaction } from '@/lib/core/db';
import { conflict, invalid } from '@/lib/core/errors';
import { verifyPassword } from './passwords';
import { allowAttempt, forgiveAttempt } from './throttle';

const wrong = () =>
  invalid({ current: 'This is not your current password, or there were too many tries.' });

/**
 * Has somebody who is signed in give their own password once more before what is theirs changes.
 * Throws `invalid` at the field `current`, throttled like sign-in; and says so when there is no
 * password here to give. If it changes afterwards, the session has ended: assertSessionStands.
 */
export async function assertOwnPassword(actor: Actor, current: string): Promise<void> {
  const { userId, companyId, address, sessionId } = actor;
  const owner = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, source: true, password: { select: { hash: true } } },
  });
  const hash = owner.source === 'local' ? owner.password?.hash : undefined;
  if (!hash)
    throw conflict('You have no password here yet, and this asks for it. Choose one first.');
  const attempt = { email: owner.email, address, knownDevice: sessionId };
  if (!(await allowAttempt(attempt))) throw wrong();
  if (!(await verifyPassword(hash, current))) {
    await transaction((tx) =>
      record(tx, actor, {
        action: 'user.password-change-refused',
        subjectType: 'user',
        subjectId: userId,
        companyId,
      }),
    );
    throw wrong();
  }
  await forgiveAttempt(attempt);
}
