import 'server-only';
import { Prisma } from '@/lib/core/db';
import type { SortedBy, UserListQuery } from './schema';

type Sort = UserListQuery['sort'];

type Sorting = {
  /** What is sorted by, down to what nobody shares. */
  columns: string[];
  /** Null for who has nothing to be sorted by: they come last, either way. */
  value?: string;
  /** What the value refers to: name and alias of its table. */
  refersTo?: [table: string, alias: string];
};

const NAME = ['u.last_name', 'u.first_name', 'u.id'];
// Namesakes among departments and positions stay apart: people of one stand together.
const SORTINGS: Record<SortedBy, Sorting> = {
  name: { columns: NAME },
  email: { columns: ['u.email'] },
  company: { columns: ['c.name', ...NAME], value: 'u.company_id', refersTo: ['companies', 'c'] },
  department: {
    columns: ['d.name', 'd.id', ...NAME],
    value: 'u.department_id',
    refersTo: ['departments', 'd'],
  },
  position: {
    columns: ['p.name', 'p.id', ...NAME],
    value: 'u.position_id',
    refersTo: ['positions', 'p'],
  },
  start: { columns: ['a.start_date', 'a.user_id'], value: 'a.start_date' },
  end: { columns: ['a.end_date', 'a.user_id'], value: 'a.end_date' },
  activity: { columns: ['a.last_active_at', 'a.user_id'], value: 'a.last_active_at' },
  created: { columns: ['u.created_at', 'u.id'] },
};

const sortingOf = (sort: Sort): Sorting => SORTINGS[sort.replace('-', '') as SortedBy];

/** Whose columns an order is of: `u` (users) or `a` (user_access). */
export const tableOf = (sort: Sort): 'u' | 'a' =>
  sortingOf(sort).columns.at(-1)?.startsWith('a.') ? 'a' : 'u';

/** What an order needs joined besides `a` and `u`. */
export function joinFor(sort: Sort | undefined): Prisma.Sql {
  const { value, refersTo } = sort ? sortingOf(sort) : {};
  if (!refersTo) return Prisma.empty;
  const [table, alias] = refersTo;
  return Prisma.raw(`LEFT JOIN ${table} ${alias} ON ${alias}.id = ${value}`);
}

const listed = ({ columns }: Sorting, sort: Sort): Prisma.Sql =>
  Prisma.raw(columns.map((column) => column + (sort.startsWith('-') ? ' DESC' : '')).join(', '));

/** The order of the list over the aliases of `matching`; who has no value comes last. */
export function orderOf(sort: Sort): Prisma.Sql {
  const sorting = sortingOf(sort);
  const order = listed(sorting, sort);
  return sorting.value ? Prisma.sql`(${Prisma.raw(sorting.value)} IS NULL), ${order}` : order;
}

/** The order of those who have what is sorted by, and the condition that they have it. */
export function valuedOrder(sort: Sort): { has: Prisma.Sql; order: Prisma.Sql } {
  const sorting = sortingOf(sort);
  const value = sorting.refersTo ? `${sorting.refersTo[1]}.id` : sorting.value;
  return { has: Prisma.raw(value ? `${value} IS NOT NULL` : 'TRUE'), order: listed(sorting, sort) };
}
