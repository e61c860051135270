import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { offsetOf } from '@/lib/core/paging';
import { PART_LABELS } from '../labels';
import type { NamedListQuery, PartKind } from '../schema';
import { PARTS } from './parts';

export type PartRow = {
  id: string;
  name: string;
  /** Who is in it: by place, role, membership or active assignment. */
  people: number;
  /**
   * Positions of a department, groups that a role brings, roles that bring a group, assignments with
   * a contract role, active or not; else 0.
   */
  related: number;
};

const NONE = Prisma.sql`0`;
const count = (from: Prisma.Sql) => Prisma.sql`(SELECT count(*)::int FROM ${from})`;

const COUNTS: Record<PartKind, { people: Prisma.Sql; related: Prisma.Sql }> = {
  department: {
    people: count(Prisma.sql`users x WHERE x.department_id = p.id`),
    related: count(Prisma.sql`positions x WHERE x.department_id = p.id`),
  },
  position: { people: count(Prisma.sql`users x WHERE x.position_id = p.id`), related: NONE },
  role: {
    people: count(Prisma.sql`user_roles x WHERE x.role_id = p.id`),
    related: count(Prisma.sql`platform_role_groups x WHERE x.role_id = p.id`),
  },
  group: {
    people: count(Prisma.sql`user_groups x WHERE x.group_id = p.id`),
    related: count(Prisma.sql`platform_role_groups x WHERE x.group_id = p.id`),
  },
  'contract-role': {
    people: count(Prisma.sql`assignments x WHERE x.role_id = p.id AND x.is_active`),
    related: count(Prisma.sql`assignments x WHERE x.role_id = p.id`),
  },
};

// Other groups belong to no company; who may read companies may know them by name.
const visible = (actor: Actor, kind: PartKind) => {
  const { company } = PARTS[kind];
  const scope = inScope(actor, company);
  return kind === 'group' ? Prisma.sql`(p.company_id IS NULL OR ${scope})` : scope;
};

const isIn = (column: Prisma.Sql, id: string | null) =>
  id === null ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${id}::uuid`;

const matching = (actor: Actor, kind: PartKind, parentId: string | null, q: string) => Prisma.sql`
  ${visible(actor, kind)} AND ${isIn(Prisma.sql`p.${PARTS[kind].parent}`, parentId)}
  AND ${contains(Prisma.sql`lower(p.name)`, q)}`;

/** One page of the parts of a kind that a parent has, by name; none outside the actor's scope. */
export const listParts = (
  actor: Actor,
  kind: PartKind,
  parentId: string | null,
  query: NamedListQuery,
): Promise<PartRow[]> => db().$queryRaw<PartRow[]>`
  SELECT p.id, p.name, ${COUNTS[kind].people} AS people, ${COUNTS[kind].related} AS related
  FROM (SELECT p.id, p.name FROM ${PARTS[kind].table} p
    WHERE ${matching(actor, kind, parentId, query.q)}
    ORDER BY lower(p.name) LIMIT ${query.size} OFFSET ${offsetOf(query)}) p
  ORDER BY lower(p.name)`;

/** How many of them match, exactly. */
export async function countParts(
  actor: Actor,
  kind: PartKind,
  parentId: string | null,
  { q }: NamedListQuery,
): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM ${PARTS[kind].table} p WHERE ${matching(actor, kind, parentId, q)}`;
  return row?.count ?? 0;
}

export type Part = PartRow & {
  companyId: string | null;
  /** The department of a position. */
  parentId: string | null;
  parent: string | null;
};

/** One part of this company; of none for an "other group". Throws 404 outside the actor's scope. */
export async function getPart(
  actor: Actor,
  kind: PartKind,
  id: string,
  companyId: string | null,
): Promise<Part> {
  const { table, parent, company } = PARTS[kind];
  const [part] = await db().$queryRaw<Part[]>`
    SELECT p.id, p.name, ${COUNTS[kind].people} AS people, ${COUNTS[kind].related} AS related,
      ${company} AS "companyId", p.${parent} AS "parentId",
      (SELECT d.name FROM departments d WHERE d.id = p.${parent}) AS parent
    FROM ${table} p
    WHERE p.id = ${id}::uuid AND ${visible(actor, kind)}
      AND ${isIn(company, companyId)}`;
  if (!part) throw notFound(`This ${PART_LABELS[kind]}`);
  return part;
}
