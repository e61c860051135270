import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { assertActorStands, assertSessionStands } from '@/lib/access/standing';
import { record, type AuditEntry } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma, transaction, type Transaction } from '@/lib/core/db';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import { assertAcceptable } from '@/lib/credentials/acceptable';
import { hashPassword, verifyPassword } from '@/lib/credentials/passwords';
import { allowAttempt, forgiveAttempt } from '@/lib/credentials/throttle';
import { voidLinks } from '@/lib/links/links';
import { endSessions } from '@/lib/sessions/end';
import type { PasswordToChange, PasswordToSet } from './schema';

/** Whose password is about to change, with what the rules need to know of them. */
async function ownerOf(userId: string) {
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

type Owner = Awaited<ReturnType<typeof ownerOf>>;

async function checkedHash(owner: Owner, password: string): Promise<string> {
  if (owner.source === 'directory') {
    throw conflict('The directory holds this password; change it there.');
  }
  const { firstName, lastName, email, company } = owner;
  assertAcceptable(password, [firstName, lastName, email, company?.name]);
  const current = owner.password?.hash ?? null;
  if (current && (await verifyPassword(current, password))) {
    throw invalid({ password: 'Choose a password that differs from the current one.' });
  }
  return hashPassword(password);
}

// The precondition stands in the write: the password is still the one that was looked at.
async function replace(tx: Transaction, owner: Owner, hash: string, changeOwed: boolean) {
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
  // Whoever had the old password keeps no device that would be known with the new one.
  await tx.knownDevice.deleteMany({ where: { userId } });
  await tx.$executeRaw(voidLinks(Prisma.sql`SELECT ${userId}::uuid`));
}

/** Sets somebody's password and ends all their sessions. Not one's own, nor of someone above. */
export async function setPassword(actor: Actor, input: PasswordToSet): Promise<void> {
  assertCan(actor, 'users.set-password'); // before a look, which would tell who exists
  const owner = await ownerOf(input.userId);
  assertCan(actor, 'users.set-password', owner);
  if (owner.userId === actor.userId) throw conflict('Change your own password in your cabinet.');
  const hash = await checkedHash(owner, input.password);
  await transaction(async (tx) => {
    await assertActorStands(tx, actor);
    await replace(tx, owner, hash, input.forceChange);
    await tx.$executeRaw(
      endSessions('password_changed', Prisma.sql`s.user_id = ${owner.userId}::uuid`),
    );
    await record(tx, actor, {
      action: 'user.password-set',
      subjectType: 'user',
      subjectId: owner.userId,
      companyId: owner.companyId,
      after: { changeOwed: input.forceChange },
    });
  });
}

const wrongCurrent = ({ userId, companyId }: Owner): AuditEntry => ({
  action: 'user.password-change-refused',
  subjectType: 'user',
  subjectId: userId,
  companyId,
});

/** Changes one's own password, given the current one; all other sessions end (spec §4). */
export async function changePassword(actor: Actor, input: PasswordToChange): Promise<void> {
  assertCan(actor, 'own.password');
  const owner = await ownerOf(actor.userId);
  const attempt = { email: owner.email, address: actor.address, knownDevice: actor.sessionId };
  const allowed = await allowAttempt(attempt);
  if (!allowed || !(await verifyPassword(owner.password?.hash ?? null, input.current))) {
    await transaction((tx) => record(tx, actor, wrongCurrent(owner)));
    throw invalid({ current: 'This is not your current password, or there were too many tries.' });
  }
  await forgiveAttempt(attempt);
  const hash = await checkedHash(owner, input.password);
  await transaction(async (tx) => {
    await assertSessionStands(tx, actor);
    await replace(tx, owner, hash, false);
    await tx.$executeRaw(
      endSessions(
        'password_changed',
        Prisma.sql`s.user_id = ${actor.userId}::uuid AND s.id <> ${actor.sessionId}::uuid`,
      ),
    );
    await record(tx, actor, {
      action: 'user.password-changed',
      subjectType: 'user',
      subjectId: actor.userId,
      companyId: actor.companyId,
    });
  });
}
