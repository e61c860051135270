import 'server-only';
import { contractInScope } from '@/lib/access/contracts';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { Prisma } from '@/lib/core/db';
import { offsetOf } from '@/lib/core/paging';
import type { UserFilter, UserListQuery } from './schema';
import { joinFor, orderOf, tableOf, valuedOrder } from './sorting';
import { isImpossible, statusConditions } from './status-query';

const column = (name: string): Prisma.Sql => Prisma.raw(name);

/** A word to find anywhere in name, e-mail or phone. */
const hasWord = (word: string) => contains(Prisma.sql`u.search`, word);

const equals = (name: string, id: string | undefined): Prisma.Sql[] =>
  id ? [Prisma.sql`${column(name)} = ${id}::uuid`] : [];

const isMember = (user: string, table: string, of: string, id: string | undefined): Prisma.Sql[] =>
  id
    ? [
        Prisma.sql`EXISTS (SELECT FROM ${column(table)} m
          WHERE m.user_id = ${column(user)} AND m.${column(of)} = ${id}::uuid)`,
      ]
    : [];

/** On the contract, as far as the actor may see that. */
const isOnContract = (actor: Actor, user: string, id: string | undefined): Prisma.Sql[] =>
  id
    ? [
        Prisma.sql`EXISTS (
          SELECT FROM assignments m JOIN contracts k ON k.id = m.contract_id
          WHERE m.user_id = ${column(user)} AND m.contract_id = ${id}::uuid AND m.is_active
            AND ${contractInScope(actor)})`,
      ]
    : [];

const ofUsers = (filter: UserFilter): Prisma.Sql[] => [
  ...filter.q.split(/\s+/u).filter(Boolean).map(hasWord),
  ...equals('u.department_id', filter.department),
  ...equals('u.position_id', filter.position),
  ...statusConditions(filter, true),
];

type Question = {
  /** The tables that are read, and the column that identifies a person there. */
  reads: { users: boolean; access: boolean };
  id: Prisma.Sql;
  /** FROM without what an order needs besides. */
  tables: Prisma.Sql;
  scope: Prisma.Sql;
  asked: Prisma.Sql;
};

const all = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`TRUE`;

// Both tables have a row for everybody. Only what is read of them decides which is gone through:
// the other is left joined, and the planner drops it. Of both the company is told, so that the
// planner may begin with either.
function questionOf(actor: Actor, filter: UserFilter, sort?: UserListQuery['sort']): Question {
  const [ofU, ofA] = [ofUsers(filter), statusConditions(filter, false)];
  const sorted = sort && tableOf(sort);
  const users = ofU.length > 0 || sorted === 'u';
  const access = ofA.length > 0 || sorted === 'a' || !users;
  const joined = Prisma.raw(users && access ? '' : 'LEFT');
  const id = access ? 'a.user_id' : 'u.id';
  const companies = [...(access ? ['a.company_id'] : []), ...(users ? ['u.company_id'] : [])];
  const asked = [
    ...isMember(id, 'user_groups', 'group_id', filter.group),
    ...isMember(id, 'user_roles', 'role_id', filter.role),
    ...isOnContract(actor, id, filter.contract),
    ...(isImpossible(filter) ? [Prisma.sql`FALSE`] : [...ofU, ...ofA]),
  ];
  return {
    reads: { users, access },
    id: column(id),
    tables: access
      ? Prisma.sql`user_access a ${joined} JOIN users u ON u.id = a.user_id`
      : Prisma.sql`users u LEFT JOIN user_access a ON a.user_id = u.id`,
    scope: all(
      companies.flatMap((name) => [inScope(actor, column(name)), ...equals(name, filter.company)]),
    ),
    asked: all(asked),
  };
}

/**
 * FROM and WHERE of everything that is asked of the list: inside the actor's scope, always. Aliases:
 * `a` (user_access) and `u` (users), of which the planner drops what is not read, and what an order
 * needs besides.
 */
export function matching(
  actor: Actor,
  filter: UserFilter,
  sort?: UserListQuery['sort'],
): Prisma.Sql {
  const { tables, scope, asked } = questionOf(actor, filter, sort);
  return Prisma.sql`FROM ${tables} ${joinFor(sort)} WHERE ${scope} AND ${asked}`;
}

const LEAST_WALK = 2_000;

/**
 * Those who come first in an order, of whom the asked are picked: gone through in the order of its
 * index, so far as it is worth while.
 */
function firstOf(actor: Actor, query: UserListQuery, { reads, id, asked }: Question, end: number) {
  const { has, order } = valuedOrder(query.sort);
  const table = tableOf(query.sort);
  const company = column(`${table}.company_id`);
  const [walked, other] =
    table === 'u'
      ? ['users u', reads.access ? 'JOIN user_access a ON a.user_id = u.id' : '']
      : ['user_access a', reads.users ? 'JOIN users u ON u.id = a.user_id' : ''];
  return Prisma.sql`
    SELECT ${id} FROM (
      SELECT ${column(table)}.* FROM ${column(walked)} ${joinFor(query.sort)}
      WHERE ${all([inScope(actor, company), ...equals(company.sql, query.company), has])}
      ORDER BY ${order} LIMIT ${LEAST_WALK + 2 * end}) ${column(table)}
    ${column(other)} ${joinFor(query.sort)}
    WHERE ${asked} ORDER BY ${order} LIMIT ${end}`;
}

/**
 * The ids of one page as `id`, in no order, with how many match as `total` where finding them told
 * it. Where too few of those who come first match, all who match are looked for and sorted: the
 * planner alone would go on to the end of the index when rare things meet which it believes
 * independent.
 */
export function pageOf(actor: Actor, query: UserListQuery): Prisma.Sql {
  const question = questionOf(actor, query, query.sort);
  const { id, tables, scope, asked } = question;
  const offset = offsetOf(query);
  const end = offset + query.size;
  // Within a company the order of names alone has an index.
  const isOfOne = actor.right !== 'superuser' || query.company !== undefined;
  const first =
    isOfOne && !query.sort.endsWith('name')
      ? Prisma.sql`'{}'::uuid[]`
      : Prisma.sql`ARRAY(${firstOf(actor, query, question, end)})`;
  return Prisma.sql`
    WITH first AS MATERIALIZED (SELECT ${first} AS ids)
    SELECT unnest(ids[${offset + 1}::int : ${end}::int]) AS id, NULL::bigint AS total
    FROM first WHERE cardinality(ids) = ${end}::int
    UNION ALL
    SELECT * FROM (
      SELECT ${id}, count(*) OVER () AS total
      FROM ${tables} ${joinFor(query.sort)} WHERE ${scope} AND ${asked}
      ORDER BY (${id} IS NULL), ${orderOf(query.sort)} LIMIT ${query.size} OFFSET ${offset}) whole
    WHERE (SELECT cardinality(ids) FROM first) < ${end}::int`;
}
