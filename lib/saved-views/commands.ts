import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { isUniqueViolation, type Transaction } from '@/lib/core/db';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import { MOST_VIEWS, type NewView, type ViewEdit } from './schema';

type Kept = { name: string; question: string; isShared: boolean };

/** With whom a view of the actor's is shared, if it is: their company, or everybody (null). */
const audience = (actor: Actor) => (actor.right === 'superuser' ? null : actor.companyId);

async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw invalid({ name: 'You already have a view of this name. Choose another.' });
  }
}

/** The actor's own view, held until the transaction ends. Throws 404 for anybody else's. */
async function heldView(tx: Transaction, actor: Actor, viewId: string): Promise<Kept> {
  const [view] = await tx.$queryRaw<Kept[]>`
    SELECT name, question, is_shared AS "isShared" FROM saved_views
    WHERE id = ${viewId}::uuid AND owner_id = ${actor.userId}::uuid FOR UPDATE`;
  if (!view) throw notFound('This view');
  return view;
}

/** Keeps a question of the users list under a name; returns its id. Refuses a name they have. */
export async function saveView(actor: Actor, input: NewView): Promise<string> {
  assertCan(actor, 'users.read');
  const companyId = audience(actor);
  return named(() =>
    actorTransaction({ actor }, async (tx) => {
      const kept = await tx.savedView.count({ where: { ownerId: actor.userId } });
      if (kept >= MOST_VIEWS) {
        throw conflict(`You have ${MOST_VIEWS} views. Delete one that you no longer need first.`);
      }
      const data = { ...input, ownerId: actor.userId, companyId };
      const { id } = await tx.savedView.create({ data, select: { id: true } });
      await record(tx, actor, {
        action: 'view.saved',
        subjectType: 'view',
        subjectId: id,
        companyId,
        after: input,
      });
      return id;
    }),
  );
}

/** Renames a view of the actor's own, shares it or no longer, gives it another question. */
export async function updateView(actor: Actor, input: ViewEdit): Promise<void> {
  assertCan(actor, 'users.read');
  const { viewId, name, isShared } = input;
  const companyId = audience(actor);
  await named(() =>
    actorTransaction({ actor }, async (tx) => {
      const before = await heldView(tx, actor, viewId);
      const after = { name, isShared, question: input.question ?? before.question };
      await tx.savedView.update({ where: { id: viewId }, data: { ...after, companyId } });
      await record(tx, actor, {
        action: 'view.updated',
        subjectType: 'view',
        subjectId: viewId,
        companyId,
        before,
        after,
      });
    }),
  );
}

/** Deletes a view of the actor's own, for all who saw it; nobody's rights change. */
export async function deleteView(actor: Actor, { viewId }: { viewId: string }): Promise<void> {
  assertCan(actor, 'users.read');
  await actorTransaction({ actor }, async (tx) => {
    const before = await heldView(tx, actor, viewId);
    await tx.savedView.delete({ where: { id: viewId } });
    await record(tx, actor, {
      action: 'view.deleted',
      subjectType: 'view',
      subjectId: viewId,
      companyId: actor.companyId,
      before,
    });
  });
}
