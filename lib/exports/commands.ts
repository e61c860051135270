import 'server-only';
import { randomUUID } from 'node:crypto';
import { assertCan } from '@/lib/access/assert';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { transaction, type Transaction } from '@/lib/core/db';
import { conflict } from '@/lib/core/errors';
import { writeCsv } from '@/lib/excel/csv';
import type { ExportSource } from '@/lib/excel/source';
import type { Table } from '@/lib/excel/table';
import { writeXlsx } from '@/lib/excel/writer';
import type { Running } from './progress';
import { exportOf } from './queries';
import type { ExportFormat, ExportReference } from './schema';
import { Snapshot } from './snapshot';
import { exportStream } from './stream';

const WRITERS = { xlsx: (table: Table) => writeXlsx(table), csv: writeCsv };

async function refuseSecond(actor: Actor): Promise<never> {
  const other = await exportOf(actor);
  throw conflict(
    other?.state === 'running'
      ? `An export of yours is running: ${other.name}, ${other.written.toLocaleString('en')} of ${other.total.toLocaleString('en')} rows. Wait for it to end, or cancel it.`
      : 'An export of yours is just beginning or ending. Try again in a moment.',
  );
}

const begin = (
  tx: Transaction,
  { id, actor }: Running,
  name: string,
  format: string,
  total: number,
) =>
  tx.$executeRaw`
    INSERT INTO exports (owner_id, id, name, format, total)
    VALUES (${actor.userId}::uuid, ${id}::uuid, ${name}, ${format}, ${total}::int)
    ON CONFLICT (owner_id) DO UPDATE SET id = excluded.id, name = excluded.name,
      format = excluded.format, total = excluded.total, written = 0, started_at = now(),
      seen_at = now(), cancelled_at = NULL, ended_at = NULL, outcome = NULL`;

async function* counted(running: Running, snapshot: Snapshot, { query, toRow }: ExportSource) {
  for await (const found of snapshot.rows(query)) {
    yield found.map(toRow);
    running.written += found.length;
  }
}

/**
 * Begins an export: one at a time for each user, from one snapshot, written into the audit before its
 * first byte and again when it ends, with how and after how many rows (spec §17). Returns its body.
 * `stands` is asked every second whether it may go on. Throws `conflict` while another runs.
 */
export async function startExport(
  actor: Actor,
  source: ExportSource,
  format: ExportFormat,
  stands: () => Promise<boolean>,
): Promise<ReadableStream> {
  assertCan(actor, 'users.export');
  const snapshot = (await Snapshot.of(actor.userId)) ?? (await refuseSecond(actor));
  try {
    const { name, sheet = name, question, columns } = source;
    const running: Running = { id: randomUUID(), actor, written: 0 };
    const total = await snapshot.count(source.total);
    await transaction(async (tx) => {
      await begin(tx, running, name, format, total);
      await record(tx, actor, {
        action: 'export.started',
        subjectType: 'export',
        subjectId: running.id,
        companyId: actor.companyId,
        after: { name, question, format, rows: total },
      });
    });
    const rows = counted(running, snapshot, source);
    const pieces = WRITERS[format]({ name: sheet, columns, rows });
    return exportStream({ running, snapshot, pieces, stands });
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

/** Cancels the actor's own export, in whatever process it runs, within a second or so. */
export async function cancelExport(actor: Actor, { exportId }: ExportReference): Promise<string> {
  assertCan(actor, 'users.export');
  return transaction(async (tx) => {
    const running = await tx.$executeRaw`
      UPDATE exports SET cancelled_at = now()
      WHERE owner_id = ${actor.userId}::uuid AND id = ${exportId}::uuid
        AND ended_at IS NULL AND cancelled_at IS NULL`;
    if (running === 0) throw conflict('This export has ended already.');
    await record(tx, actor, {
      action: 'export.cancelled',
      subjectType: 'export',
      subjectId: exportId,
      companyId: actor.companyId,
    });
    return 'The export is being cancelled.';
  });
}
