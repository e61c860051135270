import 'server-only';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import { conflict, invalid } from '@/lib/core/errors';
import { assertAcceptable } from '@/lib/credentials/acceptable';
import { hashPassword } from '@/lib/credentials/passwords';
import { endOthers } from '@/lib/sessions/end';
import type { OwnProfile } from './queries';
import type { ProfileCompletion } from './schema';

type Names = Pick<OwnProfile, 'firstName' | 'lastName' | 'phone'>;

/**
 * The hash of the first password, or null where there is one already: that changes only with the
 * current one given. Refuses at the field `password`.
 */
export async function chosenHash(
  { email, company, needsPassword }: OwnProfile,
  { password, firstName, lastName }: ProfileCompletion,
): Promise<string | null> {
  if (!needsPassword && password) {
    throw invalid({ password: 'You have a password already. Change it in Account Settings.' });
  }
  if (!needsPassword) return null;
  if (!password) throw invalid({ password: 'Choose a password.' });
  await assertAcceptable(password, [firstName, lastName, email, company]);
  return hashPassword(password);
}

/**
 * Takes the owed step off, which holds the row before anything is judged: of many who complete it
 * at once one does. Returns the names as they were.
 */
export async function takeUp(tx: Transaction, { userId }: Actor): Promise<Names> {
  const [before] = await tx.$queryRaw<Names[]>`
    UPDATE user_access a SET profile_completion_owed = FALSE FROM users u
    WHERE a.user_id = ${userId}::uuid AND a.profile_completion_owed AND u.id = a.user_id
    RETURNING u.first_name AS "firstName", u.last_name AS "lastName", u.phone`;
  if (!before) throw conflict('Your profile was completed meanwhile. Load the page again.');
  return before;
}

/** Writes names and phone; returns what was written. */
export async function writeNames(
  tx: Transaction,
  userId: string,
  { firstName, lastName, phone }: ProfileCompletion,
): Promise<Names> {
  const names = { firstName, lastName, phone };
  const data = { ...names, version: { increment: 1 } };
  await tx.user.update({ where: { id: userId }, data, select: { id: true } });
  return names;
}

/** Writes the first password, unless there is one by now; all other sessions end (security 11). */
export async function writeFirstPassword(
  tx: Transaction,
  actor: Actor,
  hash: string,
): Promise<void> {
  const written = await tx.$executeRaw`
    INSERT INTO password_credentials (user_id, hash) VALUES (${actor.userId}::uuid, ${hash})
    ON CONFLICT DO NOTHING`;
  if (written === 0) throw conflict('A password was set meanwhile. Sign in with it.');
  await tx.$executeRaw(endOthers('password_changed', actor));
}
