import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma, type Transaction } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';

export type Choice = { id: string; name: string };

/** What a company has for its people, each list by name. */
export type CompanyOffer = Choice & {
  departments: (Choice & { positions: Choice[] })[];
  /** With the groups each brings. */
  roles: (Choice & { groups: Choice[] })[];
  groups: Choice[];
  /** Of no company: open to the people of every one. */
  otherGroups: Choice[];
  quizzes: Choice[];
};

const NAMED = Prisma.sql`jsonb_build_object('id', x.id, 'name', x.name)`;
const byName = (row: Prisma.Sql, source: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(jsonb_agg(${row} ORDER BY lower(x.name), x.id), '[]') FROM ${source})`;

const POSITIONS = byName(NAMED, Prisma.sql`positions x WHERE x.department_id = d.id`);
const DEPARTMENTS = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'positions', ${POSITIONS})
    ORDER BY lower(d.name), d.id), '[]') FROM departments d WHERE d.company_id = c.id)`;

const BROUGHT = byName(
  NAMED,
  Prisma.sql`platform_role_groups b JOIN access_groups x ON x.id = b.group_id WHERE b.role_id = r.id`,
);
const ROLES = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'groups', ${BROUGHT})
    ORDER BY lower(r.name), r.id), '[]') FROM platform_roles r WHERE r.company_id = c.id)`;

const GROUPS = byName(NAMED, Prisma.sql`access_groups x WHERE x.company_id = c.id`);
const OTHER_GROUPS = byName(NAMED, Prisma.sql`access_groups x WHERE x.company_id IS NULL`);
const QUIZZES = byName(
  NAMED,
  Prisma.sql`(SELECT q.id, q.title AS name FROM quizzes q WHERE q.company_id = c.id) AS x`,
);

/**
 * What a company offers its people, in one question: departments with positions, roles with the
 * groups they bring, groups, quizzes. Throws 404 outside the actor's scope.
 */
export async function companyOffer(
  actor: Actor,
  companyId: string,
  tx: Transaction = db(),
): Promise<CompanyOffer> {
  const [offer] = await tx.$queryRaw<CompanyOffer[]>`
    SELECT c.id, c.name, ${DEPARTMENTS} AS departments, ${ROLES} AS roles, ${GROUPS} AS groups,
      ${OTHER_GROUPS} AS "otherGroups", ${QUIZZES} AS quizzes
    FROM companies c WHERE c.id = ${companyId}::uuid AND ${inScope(actor, Prisma.sql`c.id`)}`;
  if (!offer) throw notFound('This company');
  return offer;
}
