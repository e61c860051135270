import 'server-only';
import type { Transaction } from '@/lib/core/db';
import type { Prepared } from './prepare';

/** Keeps a prepared photo as the only one of a person, in the caller's transaction. */
export async function replacePhoto(
  tx: Transaction,
  userId: string,
  prepared: Prepared,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO user_photos (user_id, content) VALUES (${userId}::uuid, ${prepared})
    ON CONFLICT (user_id) DO UPDATE
      SET content = excluded.content, version = excluded.version, updated_at = now()`;
}

/** Removes a person's photo in the caller's transaction; false: there was none. */
export async function removePhoto(tx: Transaction, userId: string): Promise<boolean> {
  const { count } = await tx.userPhoto.deleteMany({ where: { userId } });
  return count > 0;
}
