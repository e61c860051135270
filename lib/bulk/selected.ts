import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import { conflict } from '@/lib/core/errors';
import { matching } from '@/lib/users/list-query';
import { filterOf, userListQuery, type UserFilter } from '@/lib/users/schema';

/** The filter in the address of the users list; undefined for one that is none. */
export function filterIn(question: string): UserFilter | undefined {
  const given = [...new URLSearchParams(question)].filter(([, value]) => value !== '');
  const fields = Object.fromEntries(given);
  if (Object.keys(fields).length < given.length) return undefined; // a name twice
  const query = userListQuery.safeParse(fields);
  return query.success ? filterOf(query.data) : undefined;
}

/** The ids of those who match a filter now, within the actor's scope (security 38). */
export const matchingIds = (actor: Actor, filter: UserFilter): Prisma.Sql =>
  Prisma.sql`SELECT a.user_id ${matching(actor, filter)}`;

/** The ids of everybody whom the question of the list finds now. */
export function allOf(actor: Actor, question: string): Prisma.Sql {
  const filter = filterIn(question);
  if (!filter) throw conflict('This list cannot be read. Open the users list and select again.');
  return matchingIds(actor, filter);
}

/** Those of `userIds` within the actor's scope. */
export const amongIds = (actor: Actor, userIds: string[]): Prisma.Sql =>
  Prisma.sql`SELECT a.user_id FROM user_access a JOIN (${matchingIds(actor, { q: '' })}) AS m
    USING (user_id) WHERE a.user_id = ANY (${userIds}::uuid[])`;
