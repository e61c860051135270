import 'server-only';
import {
  CONTRACT_TEXT,
  contractInScope,
  IS_SEAT,
  IS_UNCOVERED,
  isLimitedToParty2,
} from '@/lib/access/contracts';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { Prisma } from '@/lib/core/db';
import type { ContractFilter, ContractListQuery, SortedBy } from './schema';

/**
 * The contracts in scope with a seat whose holders may none of them enter, looked for once. None for
 * whoever sees party 2 alone: it would tell of the others (security 34).
 */
const uncoveredIn = (actor: Actor) =>
  isLimitedToParty2(actor)
    ? Prisma.sql`FALSE`
    : Prisma.sql`k.id = ANY (ARRAY(
        SELECT s.contract_id
        FROM assignments s
        JOIN contracts k ON k.id = s.contract_id
        JOIN user_access a ON a.user_id = s.user_id
        LEFT JOIN companies c ON c.id = a.company_id
        WHERE ${IS_SEAT} AND ${contractInScope(actor)}
        GROUP BY s.contract_id
        HAVING ${IS_UNCOVERED}))`;

const hasWord = (word: string) => contains(CONTRACT_TEXT, word);

const STATE: Record<ContractFilter['state'], Prisma.Sql> = {
  open: Prisma.sql`k.archived_at IS NULL`,
  archived: Prisma.sql`k.archived_at IS NOT NULL`,
  all: Prisma.sql`TRUE`,
};

/** WHERE of everything that is asked of the list, over `k`: inside the actor's scope, always. */
export function matching(actor: Actor, filter: ContractFilter): Prisma.Sql {
  const { q, company, state, kind, uncovered } = filter;
  const conditions = [
    contractInScope(actor),
    STATE[state],
    ...q.split(/\s+/u).filter(Boolean).map(hasWord),
    ...(company ? [Prisma.sql`k.company_id = ${company}::uuid`] : []),
    ...(kind ? [Prisma.sql`k.is_practice = ${kind === 'practice'}`] : []),
    ...(uncovered ? [uncoveredIn(actor)] : []),
  ];
  return Prisma.join(conditions, ' AND ');
}

// By what, down to what nobody shares, and what that needs joined besides `k`.
const ORDERS: Record<SortedBy, { columns: string[]; join?: (counted: Prisma.Sql) => Prisma.Sql }> =
  {
    number: { columns: ['k.number', 'k.id'] },
    name: { columns: ['k.name', 'k.id'] },
    company: {
      columns: ['o.name', 'k.number', 'k.id'],
      join: () => Prisma.sql`JOIN companies o ON o.id = k.company_id`,
    },
    people: {
      columns: ['coalesce(n.people, 0)', 'k.number', 'k.id'],
      join: (counted) => Prisma.sql`LEFT JOIN (
      SELECT s.contract_id, count(*) AS people ${counted} GROUP BY s.contract_id
    ) n ON n.contract_id = k.id`,
    },
  };

/**
 * The ids of one page as an array, in order. `counted`: FROM and WHERE, over `s`, of the assignments
 * that are counted where the order asks for it.
 */
export function pageOf(
  actor: Actor,
  { sort, page, size, ...filter }: ContractListQuery,
  counted: Prisma.Sql,
): Prisma.Sql {
  const { columns, join } = ORDERS[sort.replace('-', '') as SortedBy];
  const order = columns.map((column) => column + (sort.startsWith('-') ? ' DESC' : '')).join(', ');
  return Prisma.sql`ARRAY(
    SELECT k.id FROM contracts k ${join?.(counted) ?? Prisma.empty}
    WHERE ${matching(actor, filter)}
    ORDER BY ${Prisma.raw(order)} LIMIT ${size} OFFSET ${(page - 1) * size})`;
}
