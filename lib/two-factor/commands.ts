import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { record, type AuditEntry } from '@/lib/audit/commands';
import type { Actor, Visitor } from '@/lib/core/actor';
import { Prisma, transaction, type Transaction } from '@/lib/core/db';
import { AppError, conflict, invalid } from '@/lib/core/errors';
import { backupCodesLeft, replaceBackupCodes } from '@/lib/credentials/backup-codes';
import { assertOwnPassword } from '@/lib/credentials/own-password';
import { allow, giveBack } from '@/lib/credentials/throttle';
import { acceptTotp, newTotpSecret } from '@/lib/credentials/totp';
import { mailTo } from '@/lib/mail/outbox';
import { rememberDevice } from '@/lib/sessions/devices';
import { endOthers, endSessions } from '@/lib/sessions/end';
import { stepUp, type Opened } from '@/lib/sessions/issue';
import { isCodeRight, type Challenge } from './challenge';
import { holdOwn, type Held } from './hold';
import { confirmPending, sealPending, settlePending } from './pending';
import { WRONG_CODES } from './policy';
import type { GivenCode, PasswordAgain } from './schema';

const own = ({ userId, companyId }: Actor, action: string, after = {}): AuditEntry => ({
  action,
  subjectType: 'user',
  subjectId: userId,
  companyId,
  after,
});

const notify = (tx: Transaction, { userId }: Actor, event: string) =>
  mailTo(
    tx,
    'security-notice',
    Prisma.sql`SELECT ${userId}::uuid`,
    Prisma.sql`jsonb_build_object('event', ${event}::text)`,
  );

function assertOff({ enabledAt }: Held): void {
  if (enabledAt) throw conflict('Your second factor is on already. Load the page again.');
}

function assertOn({ enabledAt }: Held): void {
  if (!enabledAt) throw conflict('Your second factor is off. Load the page again.');
}

// Wherever a code may be tried: so many an hour and user, however often they sign in (security 21).
async function assertMayTry({ userId }: Actor): Promise<void> {
  if (await allow('two-factor', userId)) return;
  throw new AppError(
    'throttled',
    'There were too many codes within an hour. Wait a while, then try again.',
  );
}

/** A right code does not count: nobody is kept out by their own. */
const forgiveTry = ({ userId }: Actor) => giveBack([['two-factor', userId]]);

/** Begins to set up a second factor; nothing counts before it is finished (spec §5). */
export async function startSetUp(actor: Actor, { current }: PasswordAgain): Promise<void> {
  assertCan(actor, 'own.two-factor');
  await assertOwnPassword(actor, current);
  await transaction(async (tx) => {
    assertOff(await holdOwn(tx, actor));
    const { userId } = actor;
    await tx.backupCode.deleteMany({ where: { userId } });
    await tx.totpCredential.deleteMany({ where: { userId } });
    const secret = sealPending(newTotpSecret(), actor);
    await tx.totpCredential.create({ data: { userId, secret } });
    await record(tx, actor, own(actor, 'user.two-factor-started'));
  });
}

/**
 * Confirms the set-up that this session began by a code of the app. Returns ten backup codes, to be
 * shown this once; without a code, new ones once a code was right.
 */
export async function confirmSetUp(actor: Actor, input: { code?: string | undefined }) {
  assertCan(actor, 'own.two-factor');
  return transaction(async (tx) => {
    assertOff(await holdOwn(tx, actor));
    if (!(await confirmPending(tx, actor, input.code))) {
      throw invalid({
        code: 'This is not the code that the app shows now. If it goes on, set the clock of its device.',
      });
    }
    const codes = await replaceBackupCodes(tx, actor.userId);
    await record(tx, actor, own(actor, 'user.two-factor-confirmed'));
    return codes;
  });
}

/**
 * Switches the second factor on, once its codes are noted: this session has given it and gets a new
 * id, all others end (spec §6).
 */
export async function finishSetUp(actor: Actor): Promise<Opened> {
  assertCan(actor, 'own.two-factor');
  return transaction(async (tx) => {
    assertOff(await holdOwn(tx, actor));
    await settlePending(tx, actor);
    await tx.$executeRaw`
      UPDATE user_access SET two_factor_enabled_at = now() WHERE user_id = ${actor.userId}::uuid`;
    await tx.$executeRaw(endOthers('second_factor_changed', actor));
    await record(tx, actor, own(actor, 'user.two-factor-enabled'));
    await notify(tx, actor, 'two-factor-on');
    return steppedUp(tx, actor);
  });
}

async function steppedUp(tx: Transaction, { sessionId }: Actor): Promise<Opened> {
  const session = await stepUp(tx, sessionId);
  if (!session) throw new Error('a session that is held has ended');
  return session;
}

/** Gives up a set-up that is not finished, whichever session began it. */
export async function cancelSetUp(actor: Actor): Promise<void> {
  assertCan(actor, 'own.two-factor');
  await transaction(async (tx) => {
    assertOff(await holdOwn(tx, actor));
    const { userId } = actor;
    const { count } = await tx.totpCredential.deleteMany({ where: { userId } });
    await tx.backupCode.deleteMany({ where: { userId } });
    if (count > 0) await record(tx, actor, own(actor, 'user.two-factor-cancelled'));
  });
}

/** Switches one's own second factor off, unless an administrator requires it (security 22). */
export async function disableTwoFactor(actor: Actor, { current }: PasswordAgain): Promise<void> {
  assertCan(actor, 'own.two-factor');
  await assertOwnPassword(actor, current);
  await transaction(async (tx) => {
    const held = await holdOwn(tx, actor);
    assertOn(held);
    if (held.isRequired) {
      throw conflict('Your administrator requires a second factor; only they can lift it.');
    }
    const { userId } = actor;
    await tx.userAccess.update({ where: { userId }, data: { twoFactorEnabledAt: null } });
    await tx.totpCredential.deleteMany({ where: { userId } });
    await tx.backupCode.deleteMany({ where: { userId } });
    await tx.$executeRaw(endOthers('second_factor_changed', actor));
    await record(tx, actor, own(actor, 'user.two-factor-disabled'));
    await notify(tx, actor, 'two-factor-off');
  });
}

/** Voids all backup codes for ten new ones, to be shown this once; other sessions end. */
export async function regenerateBackupCodes(actor: Actor, { current }: PasswordAgain) {
  assertCan(actor, 'own.two-factor');
  await assertOwnPassword(actor, current);
  return transaction(async (tx) => {
    assertOn(await holdOwn(tx, actor));
    const codes = await replaceBackupCodes(tx, actor.userId);
    await tx.$executeRaw(endOthers('second_factor_changed', actor));
    await record(tx, actor, own(actor, 'user.backup-codes-regenerated'));
    await notify(tx, actor, 'backup-codes-regenerated');
    return codes;
  });
}

/** Tries a code of the app; it is used up like any. Refuses a wrong one at the field `code`. */
export async function testCode(actor: Actor, { code }: { code: string }): Promise<void> {
  assertCan(actor, 'own.two-factor');
  await assertMayTry(actor);
  const isRight = await transaction(async (tx) => {
    assertOn(await holdOwn(tx, actor));
    const accepted = await acceptTotp(tx, actor.userId, code);
    await record(tx, actor, own(actor, accepted ? 'user.two-factor-tested' : FAILED));
    return accepted;
  });
  if (isRight) return forgiveTry(actor);
  throw invalid({
    code: 'This code is not right, or was used already. Wait for the next one, and check the clock of the app’s device.',
  });
}

const FAILED = 'user.two-factor-failed';

/**
 * The second step of signing in, by whatever way it began (security 20). A right code gives the
 * session a new id; the fifth wrong one ends it in the same transaction.
 */
export async function passTwoFactor(
  actor: Actor,
  given: GivenCode,
  { deviceToken }: Pick<Visitor, 'deviceToken'> = {},
): Promise<Challenge> {
  assertCan(actor, 'own.two-factor');
  await assertMayTry(actor);
  const challenge = await transaction(async (tx) => {
    const held = await holdOwn(tx, actor);
    assertOn(held);
    if (held.passedAt) throw conflict('This session has given its second factor already.');
    if (!(await isCodeRight(tx, actor, given))) return countWrong(tx, actor);
    await record(tx, actor, own(actor, 'user.two-factor-passed', { method: given.kind }));
    return passed(tx, actor, given, deviceToken);
  });
  if (challenge.kind === 'passed') await forgiveTry(actor);
  return challenge;
}

/** Now the browser has shown all that is asked for, and is known from here on. */
async function passed(
  tx: Transaction,
  actor: Actor,
  { kind }: GivenCode,
  device: string | undefined,
): Promise<Challenge> {
  const codesLeft = await backupCodesLeft(tx, actor.userId);
  if (kind === 'backup-code') {
    await record(tx, actor, own(actor, 'user.backup-code-used', { left: codesLeft }));
    await notify(tx, actor, 'backup-code-used');
  }
  const deviceToken = await rememberDevice(tx, actor.userId, device);
  return { kind: 'passed', session: await steppedUp(tx, actor), deviceToken, codesLeft };
}

async function countWrong(tx: Transaction, actor: Actor): Promise<Challenge> {
  const session = { id: actor.sessionId };
  const data = { wrongCodes: { increment: 1 } };
  const { wrongCodes } = await tx.session.update({ where: session, data });
  await record(tx, actor, own(actor, FAILED, { wrongCodes }));
  if (wrongCodes < WRONG_CODES) return { kind: 'wrong', left: WRONG_CODES - wrongCodes };
  await tx.$executeRaw(endSessions('second_factor_failed', Prisma.sql`s.id = ${session.id}::uuid`));
  return { kind: 'ended' };
}
