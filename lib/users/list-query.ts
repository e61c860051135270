import 'server-only';
import { accessStatusSql, inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import type { UserListQuery } from './schema';

// Must read as in the index users_search_idx, or the index is not used.
const SEARCHED = Prisma.sql`lower(u.first_name || ' ' || u.last_name || ' ' || u.email || ' ' || coalesce(u.phone, ''))`;

const ORDER: Record<UserListQuery['sort'], Prisma.Sql> = {
  name: Prisma.sql`u.last_name, u.first_name, u.id`,
  '-name': Prisma.sql`u.last_name DESC, u.first_name DESC, u.id DESC`,
  email: Prisma.sql`u.email`,
  '-email': Prisma.sql`u.email DESC`,
  created: Prisma.sql`u.created_at, u.id`,
  '-created': Prisma.sql`u.created_at DESC, u.id DESC`,
};

/** The order of the list over the alias `u` (users). */
export const orderOf = (sort: UserListQuery['sort']): Prisma.Sql => ORDER[sort];

/** Text to find anywhere in name, e-mail or phone, without regard to case; wildcards are literal. */
function contains(text: string): Prisma.Sql {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`${SEARCHED} LIKE ${pattern}`;
}

/** FROM and WHERE of everything that is asked of the list: inside the actor's scope, always. */
export function matching(actor: Actor, query: Pick<UserListQuery, 'q' | 'status'>): Prisma.Sql {
  const conditions = [inScope(actor, Prisma.sql`u.company_id`)];
  if (query.q) conditions.push(contains(query.q));
  if (query.status) conditions.push(Prisma.sql`${accessStatusSql()} = ${query.status}`);
  return Prisma.sql`
    FROM users u
    JOIN user_access a ON a.user_id = u.id
    LEFT JOIN companies c ON c.id = u.company_id
    WHERE ${Prisma.join(conditions, ' AND ')}`;
}
