import 'server-only';
import { holds } from '@/lib/access/rights';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import type { Prepared } from './prepare';

/**
 * The photo of a person: one's own, or of those whom staff may read. 404 for any other, so that
 * nothing tells who exists (security 33, 41).
 */
export async function photoOf(viewer: Actor, userId: string): Promise<Prepared> {
  const readable = holds(viewer, 'users.read')
    ? inScope(viewer, Prisma.sql`u.company_id`)
    : Prisma.sql`FALSE`;
  const [photo] = await db().$queryRaw<{ content: Prepared }[]>`
    SELECT p.content FROM user_photos p JOIN users u ON u.id = p.user_id
    WHERE u.id = ${userId}::uuid AND (u.id = ${viewer.userId}::uuid OR ${readable})`;
  if (!photo) throw notFound('This photo');
  return photo.content;
}
