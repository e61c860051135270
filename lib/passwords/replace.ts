import 'server-only';
import { hashToken } from '@/lib/core/crypto';
import { db, Prisma, type Transaction } from '@/lib/core/db';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import { assertAcceptable } from '@/lib/credentials/acceptable';
import { hashPassword, verifyPassword } from '@/lib/credentials/passwords';
import { voidLinks } from '@/lib/links/links';
import { mailTo } from '@/lib/mail/outbox';

// What setting, changing and resetting a password have in common.

/** Whose password is about to change, with what the rules need to know of them. */
export async function ownerOf(userId: string) {
  const owner = await db().user.findUnique({
    where: { id: userId },
    select: {
      email: true,
      firstName: true,
      lastName: true,
      source: true,
      companyId: true,
      company: { select: { name: true } },
      access: { select: { adminRight: true } },
      password: { select: { hash: true } },
    },
  });
  if (!owner) throw notFound('This person');
  return { ...owner, userId, right: owner.access?.adminRight ?? null };
}

export type Owner = Awaited<ReturnType<typeof ownerOf>>;

/** Refuses with a conflict where the password is not ours to change. */
export function assertLocal({ source }: Pick<Owner, 'source'>): void {
  if (source === 'directory') {
    throw conflict('The directory holds this password; change it there.');
  }
}

/** The hash of a new password of somebody local. Throws `invalid` where it breaks the rules (§4). */
export async function checkedHash(owner: Owner, password: string): Promise<string> {
  const { firstName, lastName, email, company } = owner;
  await assertAcceptable(password, [firstName, lastName, email, company?.name]);
  const current = owner.password?.hash ?? null;
  if (current && (await verifyPassword(current, password))) {
    throw invalid({ password: 'Choose a password that differs from the current one.' });
  }
  return hashPassword(password);
}

/**
 * Replaces the password, if it still is the one that was looked at: the precondition stands in the
 * write. What would let in whoever had the old one goes with it, and its owner is mailed. The
 * sessions are the caller's.
 */
export async function replacePassword(
  tx: Transaction,
  owner: Owner,
  hash: string,
  changeOwed: boolean,
  keptDevice = '',
): Promise<void> {
  const { userId } = owner;
  const before = owner.password?.hash;
  await tx.userAccess.update({ where: { userId }, data: { passwordChangeOwed: changeOwed } });
  const written = before
    ? await tx.$executeRaw`
        UPDATE password_credentials SET hash = ${hash}, changed_at = now()
        WHERE user_id = ${userId}::uuid AND hash = ${before}`
    : await tx.$executeRaw`
        INSERT INTO password_credentials (user_id, hash) VALUES (${userId}::uuid, ${hash})
        ON CONFLICT DO NOTHING`;
  if (written === 0) throw conflict('The password was changed meanwhile. Try again.');
  // Whoever had the old password keeps no device that would be known with the new one; but its
  // owner, who changes it under a flood of guesses, keeps the one they do it from.
  const kept = { tokenHash: hashToken(keptDevice) };
  await tx.knownDevice.deleteMany({ where: { userId, NOT: kept } });
  const person = Prisma.sql`SELECT ${userId}::uuid`;
  await tx.$executeRaw(voidLinks(person));
  const event = Prisma.sql`jsonb_build_object('event', 'password-changed')`;
  await mailTo(tx, 'security-notice', person, event);
}
