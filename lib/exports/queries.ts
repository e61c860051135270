import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import type { ExportProgress } from './schema';

/** How far the actor's export has come, or how the last one ended; null: they had none. */
export async function exportOf(actor: Actor): Promise<ExportProgress | null> {
  const [found] = await db().$queryRaw<ExportProgress[]>`
    SELECT id, name, written, total, coalesce(outcome::text,
      CASE WHEN seen_at > now() - interval '30 seconds' THEN 'running' ELSE 'failed' END) AS state
    FROM exports WHERE owner_id = ${actor.userId}::uuid`;
  return found ?? null;
}
