import 'server-only';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { db, transaction } from '@/lib/core/db';
import type { ExportOutcome } from './schema';

/** An export under way: whose it is, and how many rows it has written so far. */
export type Running = { id: string; actor: Actor; written: number };

/** Tells how far an export has come. Answers whether its owner still wants it. */
export async function tellProgress({ id, actor, written }: Running): Promise<boolean> {
  const wanted = await db().$executeRaw`
    UPDATE exports SET written = ${written}::int, seen_at = now()
    WHERE owner_id = ${actor.userId}::uuid AND id = ${id}::uuid AND cancelled_at IS NULL`;
  return wanted === 1;
}

/** Keeps how an export ended, once, and writes it into the audit. */
export async function tellEnd(running: Running, outcome: ExportOutcome): Promise<void> {
  const { id, actor, written } = running;
  await transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE exports SET written = ${written}::int, ended_at = now(),
        outcome = ${outcome}::export_outcome
      WHERE owner_id = ${actor.userId}::uuid AND id = ${id}::uuid AND ended_at IS NULL`;
    await record(tx, actor, {
      action: 'export.ended',
      subjectType: 'export',
      subjectId: id,
      companyId: actor.companyId,
      after: { outcome, rows: written },
    });
  });
}
