import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { holdAccess } from '@/lib/access/hold';
import { actorTransaction, assertSessionStands } from '@/lib/access/standing';
import { record, type AuditEntry } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { transaction, type Transaction } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { preparePhoto } from './prepare';
import type { OwnPhoto, PhotoOfPerson } from './schema';
import { removePhoto, replacePhoto } from './store';

type Deed = 'user.photo-changed' | 'user.photo-removed';

// That it changed, never the picture itself.
const entry = (action: Deed, userId: string, companyId: string | null): AuditEntry => ({
  action,
  subjectType: 'user',
  subjectId: userId,
  companyId,
});

/** Replaces one's own photo. Refuses at the field `photo` what is none. */
export async function changeOwnPhoto(actor: Actor, input: OwnPhoto): Promise<void> {
  assertCan(actor, 'own.profile');
  const prepared = await preparePhoto(input.photo);
  await transaction(async (tx) => {
    await assertSessionStands(tx, actor);
    await replacePhoto(tx, actor.userId, prepared);
    await record(tx, actor, entry('user.photo-changed', actor.userId, actor.companyId));
  });
}

/** Removes one's own photo. */
export async function removeOwnPhoto(actor: Actor): Promise<void> {
  assertCan(actor, 'own.profile');
  await transaction(async (tx) => {
    await assertSessionStands(tx, actor);
    if (!(await removePhoto(tx, actor.userId))) return;
    await record(tx, actor, entry('user.photo-removed', actor.userId, actor.companyId));
  });
}

// Held until the end, so that nobody rises above the actor in between.
async function personIn(tx: Transaction, userId: string) {
  const person = await holdAccess(tx, userId);
  if (!person) throw notFound('What you asked for');
  return person;
}

/** Replaces the photo of somebody in the actor's scope who does not stand above them. */
export async function changePhotoOf(actor: Actor, input: PhotoOfPerson): Promise<void> {
  assertCan(actor, 'users.update');
  const prepared = await preparePhoto(input.photo);
  await actorTransaction({ actor }, async (tx) => {
    const person = await personIn(tx, input.userId);
    assertCan(actor, 'users.update', person);
    await replacePhoto(tx, input.userId, prepared);
    await record(tx, actor, entry('user.photo-changed', input.userId, person.companyId));
  });
}

/** Removes the photo of somebody in the actor's scope who does not stand above them. */
export async function removePhotoOf(actor: Actor, input: { userId: string }): Promise<void> {
  assertCan(actor, 'users.update');
  await actorTransaction({ actor }, async (tx) => {
    const person = await personIn(tx, input.userId);
    assertCan(actor, 'users.update', person);
    if (!(await removePhoto(tx, input.userId))) return;
    await record(tx, actor, entry('user.photo-removed', input.userId, person.companyId));
  });
}
