import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { isUniqueViolation, Prisma, type Transaction } from '@/lib/core/db';
import { invalid } from '@/lib/core/errors';
import {
  liftTwoFactor,
  requireTwoFactor,
  setDatesOf,
  setRightOf,
  setStaffOf,
} from '@/lib/lifecycle/commands';
import { assertDone } from '@/lib/lifecycle/outcome';
import { voidLinks } from '@/lib/links/links';
import { EMAIL_TAKEN } from '@/lib/users/insert';
import type { PersonState } from './schema';

/** A change of one person: as they are, and as they are to be. */
export type Edit = { userId: string; now: PersonState; next: PersonState };

/** Writes who somebody is. A new e-mail or company voids the links mailed before (security 28). */
export async function writeProfile(tx: Transaction, { userId, now, next }: Edit): Promise<void> {
  const { firstName, lastName, email, phone, companyId, departmentId, positionId, colour } = next;
  const data = { firstName, lastName, email, phone, companyId, departmentId, positionId, colour };
  const names = Object.keys(data) as (keyof typeof data)[];
  if (names.every((name) => next[name] === now[name])) return;
  try {
    await tx.user.update({
      where: { id: userId },
      data: { ...data, version: { increment: 1 } },
      select: { id: true },
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw invalid(EMAIL_TAKEN);
    throw error;
  }
  // Of a new e-mail the database does it itself (trigger users_void_links).
  if (companyId !== now.companyId) {
    await tx.$executeRaw(voidLinks(Prisma.sql`SELECT ${userId}::uuid`));
  }
}

/** Whether and when they may enter, through the commands of sets: their guards, sessions and audit. */
export async function writeAccess(tx: Transaction, actor: Actor, edit: Edit): Promise<void> {
  const { userId, now, next } = edit;
  const userIds = [userId];
  const { startDate, endDate } = next;
  if (startDate !== now.startDate || endDate !== now.endDate) {
    assertDone(await setDatesOf(actor, { userIds, startDate, endDate }, tx));
  }
  if (next.twoFactorRequired !== now.twoFactorRequired) {
    const set = next.twoFactorRequired ? requireTwoFactor : liftTwoFactor;
    assertDone(await set(actor, { userIds }, tx));
  }
  await writeRights(tx, actor, edit);
}

async function writeRights(tx: Transaction, actor: Actor, { userId, now, next }: Edit) {
  const userIds = [userId];
  if (now.isStaff && !next.isStaff) {
    assertDone(await setStaffOf(actor, { userIds, isStaff: false }, tx));
  } else if (next.right !== now.right) {
    assertDone(await setRightOf(actor, { userIds, right: next.right }, tx));
  }
  if (next.isStaff && !now.isStaff && next.right === null) {
    assertDone(await setStaffOf(actor, { userIds, isStaff: true }, tx));
  }
}
