import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import { AppError, conflict, invalid } from '@/lib/core/errors';
import { turns } from '@/lib/core/in-turn';
import { createImported, inviteImported } from './create';
import { holdImport, type HeldImport } from './held';
import { judgeRows, keepJudgement, type Counts } from './judge';
import { keepRows } from './keep-rows';
import { assertStored, dropLeftOut } from './left-out';
import { openPeopleFile } from './read/open';
import type { ImportMapping, ImportPlan, ImportRun, ImportUpload } from './schema';
import { forgetReadings, stageReadings, stageRows } from './stage';

// Each that waits holds its file in memory.
const inTurn = turns(
  1,
  5,
  () => new AppError('throttled', 'Other files are being read just now. Try again in a minute.'),
);

/** A file's name as it is kept: the end of it, without characters that steer or break a text. */
const nameOf = (file: File): string => file.name.slice(-200).replace(/\p{C}/gu, '');

/** Reads an uploaded file and keeps its rows as they are; returns the import's id. */
export async function uploadImport(actor: Actor, input: ImportUpload): Promise<string> {
  assertCan(actor, 'users.import');
  const { file, ...reading } = input;
  return inTurn(async () => {
    const opened = await openPeopleFile(file.name, Buffer.from(await file.arrayBuffer()), reading);
    return actorTransaction({ actor, lane: 'imports' }, async (tx) => {
      const fileName = nameOf(file);
      const id = await keepRows(tx, actor, fileName, opened);
      await record(tx, actor, {
        action: 'import.uploaded',
        subjectType: 'import',
        subjectId: id,
        companyId: actor.companyId,
        // Of a file without headers these would be its first person.
        after: { fileName, columns: opened.headers.length },
      });
      return id;
    });
  });
}

function assertOpen({ isExpired, created }: HeldImport): void {
  if (created !== null) throw conflict('This import has been carried out already.');
  if (isExpired) {
    throw conflict('This import is of yesterday, and its rows are gone. Upload the file again.');
  }
}

/** May they do what the plan says, in the company it names? */
function assertPlanned(actor: Actor, { companyId, createMissing }: ImportPlan): void {
  const target = companyId ? { companyId } : undefined;
  assertCan(actor, 'users.import', target);
  if (createMissing) assertCan(actor, 'structure.update', target);
}

async function judge(
  tx: Transaction,
  actor: Actor,
  held: HeldImport,
  plan: ImportPlan,
): Promise<Counts> {
  await judgeRows(tx, actor, plan);
  return keepJudgement(tx, held.id);
}

/**
 * Matches the columns of an import and checks all its rows; changes nobody. What is in columns that
 * are left out is not kept any longer.
 */
export async function mapImport(actor: Actor, input: ImportMapping): Promise<Counts> {
  assertCan(actor, 'users.import');
  const { importId, ...plan } = input;
  const { companyId } = plan;
  assertPlanned(actor, plan);
  return actorTransaction({ actor, lane: 'imports' }, async (tx) => {
    const held = await holdImport(tx, actor, importId);
    assertOpen(held);
    assertStored(held, plan);
    await stageRows(tx, { id: held.id, headers: held.headers, plan });
    const counts = await judge(tx, actor, held, plan);
    await dropLeftOut(tx, held, plan);
    await tx.import.update({
      where: { id: importId },
      data: { companyId, mapping: { ...held.kept, plan } },
    });
    await record(tx, actor, {
      action: 'import.checked',
      subjectType: 'import',
      subjectId: importId,
      companyId: companyId ?? actor.companyId,
      after: { ...counts },
    });
    return counts;
  });
}

type Done = { created: number } | { changed: Counts };

function assertWanted({ good, bad }: Counts, { skipBad }: ImportRun): void {
  if (good === 0) throw conflict('No row can be created. Mend the file and upload it again.');
  if (bad > 0 && !skipBad) {
    throw invalid({ skipBad: 'Some rows have errors. Mend the file, or create the others alone.' });
  }
}

const keepResult = (
  tx: Transaction,
  { id, kept }: HeldImport,
  created: number,
  invited: number,
) => tx.$executeRaw`
  UPDATE imports SET executed_at = now(), created = ${created}::int,
    mapping = ${JSON.stringify({ ...kept, invited })}::jsonb
  WHERE id = ${id}::uuid AND executed_at IS NULL`;

/**
 * Creates the people of an import, once: all, or all but the bad rows where that was asked for, in
 * one transaction with their audit and mails. Rows are judged again inside it; where they are not as
 * the administrator saw them, nobody is created and they are told. A repeated request tells the
 * stored result. Returns how many were created.
 */
export async function runImport(actor: Actor, input: ImportRun): Promise<number> {
  assertCan(actor, 'users.import');
  if (input.invite !== 'none') assertCan(actor, 'users.invite');
  const done = await actorTransaction({ actor, lane: 'imports' }, async (tx): Promise<Done> => {
    const held = await holdImport(tx, actor, input.importId);
    if (held.created !== null) return { created: held.created };
    assertOpen(held);
    const { plan } = held.kept;
    if (!plan) throw conflict('Match the columns first.');
    assertPlanned(actor, plan);
    await stageReadings(tx, held.id);
    const counts = await judge(tx, actor, held, plan);
    if (counts.good !== input.good || counts.bad !== input.bad) return { changed: counts };
    assertWanted(counts, input);
    const created = await createImported(tx, actor, held.id, plan);
    const invited = input.invite === 'none' ? 0 : await inviteImported(tx, actor);
    await keepResult(tx, held, created, invited);
    await forgetReadings(tx, held.id);
    await record(tx, actor, {
      action: 'import.executed',
      subjectType: 'import',
      subjectId: held.id,
      companyId: plan.companyId ?? actor.companyId,
      after: { fileName: held.fileName, created, refused: counts.bad, invited },
    });
    return { created };
  });
  if ('created' in done) return done.created;
  throw conflict(
    `Something changed since the rows were checked: now ${done.changed.good.toLocaleString('en')} can be created and ${done.changed.bad.toLocaleString('en')} cannot. Nobody was created. Look at them again.`,
  );
}
