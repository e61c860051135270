import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import type { MailListQuery } from './schema';

/** The mails of an actor's scope that match, as a condition over the alias `m` (mails). */
export function matching(
  actor: Actor,
  { q, state }: Partial<Pick<MailListQuery, 'q' | 'state'>>,
): Prisma.Sql {
  const conditions = [inScope(actor, Prisma.sql`m.company_id`)];
  if (state) conditions.push(Prisma.sql`m.state = ${state}::mail_state`);
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(Prisma.sql`lower(m.to_address) LIKE ${pattern}`);
  }
  return Prisma.join(conditions, ' AND ');
}
