import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { Prisma } from '@/lib/core/db';
import type { MailListQuery } from './schema';

/** The mails of an actor's scope that match, as a condition over the alias `m` (mails). */
export function matching(
  actor: Actor,
  { q, state }: Partial<Pick<MailListQuery, 'q' | 'state'>>,
): Prisma.Sql {
  const conditions = [inScope(actor, Prisma.sql`m.company_id`)];
  if (state) conditions.push(Prisma.sql`m.state = ${state}::mail_state`);
  if (q) conditions.push(contains(Prisma.sql`lower(m.to_address)`, q));
  return Prisma.join(conditions, ' AND ');
}
