import 'server-only';
import { sees } from '@/lib/access/rights';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { matching } from '@/lib/users/list-query';
import { orderOf } from '@/lib/users/sorting';
import { readState, type Standing } from './state';

/** A person as Edit shows them. Throws 404 outside the actor's scope. */
export async function getStanding(actor: Actor, userId: string): Promise<Standing> {
  const standing = await readState(db(), userId);
  if (!standing || !sees(actor, standing.state)) throw notFound('This person');
  return standing;
}

export type Membership = {
  id: string;
  name: string;
  /** Null: an other group, of no company. */
  companyId: string | null;
  source: 'role' | 'manual';
  /** The roles of this person that bring it. */
  roles: string[];
};

export type Memberships = {
  roles: { id: string; name: string }[];
  groups: Membership[];
  quizzes: { id: string; name: string }[];
};

const list = (row: Prisma.Sql, from: Prisma.Sql) =>
  Prisma.sql`(SELECT coalesce(jsonb_agg(${row} ORDER BY lower(x.name), x.id), '[]') FROM ${from})`;
const NAMED = Prisma.sql`jsonb_build_object('id', x.id, 'name', x.name)`;

const BROUGHT_BY = Prisma.sql`ARRAY(
  SELECT o.name FROM user_roles r JOIN platform_role_groups b ON b.role_id = r.role_id
  JOIN platform_roles o ON o.id = r.role_id
  WHERE r.user_id = m.user_id AND b.group_id = m.group_id ORDER BY o.name)`;
const MEMBERSHIP = Prisma.sql`jsonb_build_object('id', x.id, 'name', x.name,
  'companyId', x.company_id, 'source', m.source, 'roles', ${BROUGHT_BY})`;

/** The roles, groups (with where each came from) and quizzes of a person in the actor's scope. */
export async function membershipsOf(actor: Actor, userId: string): Promise<Memberships> {
  const [found] = await db().$queryRaw<Memberships[]>`
    SELECT ${list(NAMED, Prisma.sql`user_roles m JOIN platform_roles x ON x.id = m.role_id WHERE m.user_id = u.id`)} AS roles,
      ${list(MEMBERSHIP, Prisma.sql`user_groups m JOIN access_groups x ON x.id = m.group_id WHERE m.user_id = u.id`)} AS groups,
      ${list(NAMED, Prisma.sql`(SELECT q.id, q.title AS name FROM quiz_assignments m JOIN quizzes q ON q.id = m.quiz_id WHERE m.user_id = u.id) AS x`)} AS quizzes
    FROM users u WHERE u.id = ${userId}::uuid AND ${inScope(actor, Prisma.sql`u.company_id`)}`;
  if (!found) throw notFound('This person');
  return found;
}

export type Account = { id: string; name: string; email: string; source: 'local' | 'directory' };

const SHOWN = 20;

/**
 * The first accounts without a cabinet profile that match: of no company and not of the
 * administration. Nobody but a superuser sees people of no company.
 */
export function findAccounts(actor: Actor, text: string): Promise<Account[]> {
  return db().$queryRaw<Account[]>`
    SELECT u.id, u.first_name || ' ' || u.last_name AS name, u.email, u.source
    ${matching(actor, { q: text })}
      AND a.company_id IS NULL AND NOT a.is_staff AND u.id IS NOT NULL
    ORDER BY ${orderOf('name')} LIMIT ${SHOWN}`;
}
