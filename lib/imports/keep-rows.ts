import 'server-only';
import type { Actor } from '@/lib/core/actor';
import type { Prisma, Transaction } from '@/lib/core/db';
import { EXPIRES_AFTER_HOURS } from './policy';
import type { PeopleFile } from './read/file';

const DONE_KEPT = 30; // days in which a result can be looked at

/** Forgets the rows of what expired, and of what was done long ago: they are people's data. */
const forgetOld = (tx: Transaction) => tx.$executeRaw`
  DELETE FROM import_rows r USING imports i
  WHERE r.import_id = i.id AND i.created_at < now() - CASE WHEN i.executed_at IS NULL
    THEN make_interval(hours => ${EXPIRES_AFTER_HOURS}::int)
    ELSE make_interval(days => ${DONE_KEPT}::int) END`;

/** Keeps a file's rows, batch by batch as they are read; returns the import's id. */
export async function keepRows(
  tx: Transaction,
  actor: Actor,
  fileName: string,
  { source, headers, rows }: PeopleFile,
): Promise<string> {
  await forgetOld(tx);
  const { id } = await tx.import.create({
    data: { ownerId: actor.userId, fileName, headers },
    select: { id: true },
  });
  let size = 0;
  for await (const batch of rows) {
    if (batch.length === 0) continue;
    size += batch.length;
    await tx.$executeRaw`
      INSERT INTO import_rows (import_id, number, cells)
      SELECT ${id}::uuid, r.number, r.cells
      FROM json_to_recordset(${JSON.stringify(batch)}::json) AS r (number int, cells text[])`;
  }
  const mapping: Prisma.InputJsonObject = { source: { ...source }, plan: null };
  await tx.import.update({ where: { id }, data: { size, mapping } });
  return id;
}
