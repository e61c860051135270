import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { holdAccess } from '@/lib/access/hold';
import { actorTransaction, assertSessionStands } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor, Visitor } from '@/lib/core/actor';
import { Prisma, transaction } from '@/lib/core/db';
import { conflict } from '@/lib/core/errors';
import { assertOwnPassword } from '@/lib/credentials/own-password';
import { endOthers, endSessions } from '@/lib/sessions/end';
import { assertLocal, checkedHash, ownerOf, replacePassword } from './replace';
import type { PasswordToChange, PasswordToSet } from './schema';

/** Sets somebody's password, ends all their sessions, tells them. Not one's own, nor of someone above. */
export async function setPassword(actor: Actor, input: PasswordToSet): Promise<void> {
  assertCan(actor, 'users.set-password'); // before a look, which would tell who exists
  const owner = await ownerOf(input.userId);
  assertCan(actor, 'users.set-password', owner);
  if (owner.userId === actor.userId) throw conflict('Change your own password in your cabinet.');
  assertLocal(owner);
  const hash = await checkedHash(owner, input.password);
  await actorTransaction({ actor }, async (tx) => {
    // As they are now: somebody may have been given a right, or gone elsewhere.
    const held = await holdAccess(tx, owner.userId);
    assertCan(actor, 'users.set-password', held ?? owner);
    await replacePassword(tx, owner, hash, input.forceChange);
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

/** Changes one's own password, given the current one; all other sessions end (spec §4). */
export async function changePassword(
  actor: Actor,
  input: PasswordToChange,
  { deviceToken }: Pick<Visitor, 'deviceToken'> = {},
): Promise<void> {
  assertCan(actor, 'own.password');
  const owner = await ownerOf(actor.userId); // first: whatever replaces it meanwhile is noticed
  assertLocal(owner);
  await assertOwnPassword(actor, input.current);
  const hash = await checkedHash(owner, input.password);
  await transaction(async (tx) => {
    await assertSessionStands(tx, actor);
    await replacePassword(tx, owner, hash, false, deviceToken);
    await tx.$executeRaw(endOthers('password_changed', actor));
    await record(tx, actor, {
      action: 'user.password-changed',
      subjectType: 'user',
      subjectId: actor.userId,
      companyId: actor.companyId,
    });
  });
}
