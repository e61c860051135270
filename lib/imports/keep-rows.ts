import 'server-only';
import type { Actor } from '@/lib/core/actor';
import type { Prisma, Transaction } from '@/lib/core/db';
import type { PeopleFile } from './read/file';

/** Keeps a file's rows, batch by batch as they are read; returns the import's id. */
export async function keepRows(
  tx: Transaction,
  actor: Actor,
  fileName: string,
  { source, headers, rows }: PeopleFile,
): Promise<string> {
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
