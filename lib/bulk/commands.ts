import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { record, recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { transaction, type Prisma } from '@/lib/core/db';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import { freeze, frozen } from '@/lib/frozen-lists/freeze';
import { getFrozenList } from '@/lib/frozen-lists/queries';
import { changeCrowd, follow } from '@/lib/lifecycle/change-access';
import { judgeCrowd } from '@/lib/lifecycle/verdict';
import { describe } from './changes';
import { claim } from './claim';
import { doneOf, keepOutcomes, keyPersonsOf, sumsOf } from './outcomes';
import { getRun } from './queries';
import { TYPED_ABOVE, type ChangeToPreview, type RunToExecute, type Selection } from './schema';
import { allOf, amongIds } from './selected';

const nobody = () => conflict('Nobody is selected. Select people in the list, or all results.');

const selected = (
  actor: Actor,
  listId: string,
  after: { people: number; question: string | null },
) =>
  ({
    action: 'mass-update.selected',
    subjectType: 'bulk-run',
    subjectId: listId,
    companyId: actor.companyId,
    after,
  }) as const;

/**
 * Freezes whom the list selected: those ticked, or everybody who matches now, within the actor's
 * scope (security 38). Returns the list. Refuses nobody at all, and anybody outside the scope.
 */
export async function freezeSelection(actor: Actor, chosen: Selection): Promise<string> {
  assertCan(actor, 'users.update');
  const ids = [...new Set(chosen.userIds ?? [])];
  if (!chosen.all && ids.length === 0) throw nobody();
  const people = chosen.all ? allOf(actor, chosen.question) : amongIds(actor, ids);
  const question = chosen.all ? chosen.question : null;
  return transaction(async (tx) => {
    const { listId, size } = await freeze(tx, { ownerId: actor.userId, people, question });
    if (!chosen.all && size < ids.length) throw notFound('One of the people you selected');
    if (size === 0) throw nobody();
    await record(tx, actor, selected(actor, listId, { people: size, question }));
    return listId;
  }, 'sets');
}

/**
 * Freezes the key persons whom a run of the actor's own leaves out, so that they can be locked
 * instead (spec §9). Returns the list; 404 for anybody else's run.
 */
export async function freezeKeyPersons(actor: Actor, runId: string): Promise<string> {
  assertCan(actor, 'users.lock');
  const run = await getRun(actor, runId);
  return transaction(async (tx) => {
    const people = keyPersonsOf(actor, run.id);
    const frozenList = { ownerId: actor.userId, people, question: null };
    const { listId, size } = await freeze(tx, frozenList);
    if (size === 0) throw nobody();
    await record(tx, actor, selected(actor, listId, { people: size, question: null }));
    return listId;
  }, 'sets');
}

/**
 * Judges a change on a frozen list of the actor's as it would be carried out now, and changes
 * nothing. Returns the run, which keeps whom it would leave out and why.
 */
export async function previewRun(actor: Actor, input: ChangeToPreview): Promise<string> {
  const { listId, ...change } = input;
  const described = describe(actor, change);
  assertCan(actor, described.permission);
  return transaction(async (tx) => {
    await getFrozenList(actor, listId, tx);
    await described.requires?.(tx);
    const { id } = await tx.bulkRun.create({ data: { listId, actorId: actor.userId, change } });
    await tx.$executeRaw(judgeCrowd(actor, frozen(listId), described, keepOutcomes(id)));
    await record(tx, actor, {
      action: 'mass-update.previewed',
      subjectType: 'bulk-run',
      subjectId: id,
      companyId: actor.companyId,
      after: change,
    });
    return id;
  }, 'sets');
}

function assertTyped(done: number, typed: string | null) {
  if (done === 0) throw conflict('Nobody would be changed. Choose other people or another value.');
  if (done <= TYPED_ABOVE || typed?.replace(/\D/g, '') === String(done)) return;
  throw invalid({ count: `Type ${done} to go on.` });
}

/**
 * Carries a previewed run out, once, all or nothing: claims it, judges everybody of its list anew,
 * changes those who may be, with sessions, audit rows and mail, and keeps what became of the others
 * (spec §8). Sent again it does nothing, for the result stands.
 */
export async function executeRun(actor: Actor, { runId, count }: RunToExecute): Promise<void> {
  await transaction(async (tx) => {
    const run = await claim(tx, actor, runId);
    if (!run) return;
    const { listId, size } = run;
    const change = describe(actor, run.change);
    assertCan(actor, change.permission);
    assertTyped((await sumsOf(tx, runId, size)).done, count);
    await tx.$executeRaw`SET LOCAL work_mem = '64MB'`; // a million in memory rather than on disk
    await tx.$executeRaw`DELETE FROM bulk_outcomes WHERE run_id = ${runId}::uuid`;
    const crowd = { people: frozen(listId), settle: keepOutcomes(runId) };
    const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
    await changeCrowd(tx, actor, crowd, change, audit);
    await follow(tx, change, doneOf(runId, listId));
    await record(tx, actor, {
      action: 'mass-update.executed',
      subjectType: 'bulk-run',
      subjectId: runId,
      companyId: actor.companyId,
      after: { ...run.change, outcomes: await sumsOf(tx, runId, size) },
    });
  }, 'sets');
}
