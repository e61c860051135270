import 'server-only';
import { assertCan } from '@/lib/access/assert';
import type { Actor } from '@/lib/core/actor';
import { isUniqueViolation, Prisma, sqlState, type Transaction } from '@/lib/core/db';
import { invalid, notFound } from '@/lib/core/errors';
import { PART_LABELS } from '../labels';
import type { PartKind } from '../schema';

const OF_COMPANY = Prisma.sql`p.company_id`;
const OF_DEPARTMENT = Prisma.sql`(SELECT d.company_id FROM departments d WHERE d.id = p.department_id)`;

/** Where a kind of part is kept, over the alias `p`: its table, its parent, its company. */
export const PARTS: Record<
  PartKind,
  { table: Prisma.Sql; parent: Prisma.Sql; company: Prisma.Sql }
> = {
  department: {
    table: Prisma.sql`departments`,
    parent: Prisma.sql`company_id`,
    company: OF_COMPANY,
  },
  position: {
    table: Prisma.sql`positions`,
    parent: Prisma.sql`department_id`,
    company: OF_DEPARTMENT,
  },
  role: { table: Prisma.sql`platform_roles`, parent: Prisma.sql`company_id`, company: OF_COMPANY },
  group: { table: Prisma.sql`access_groups`, parent: Prisma.sql`company_id`, company: OF_COMPANY },
  'contract-role': {
    table: Prisma.sql`contract_roles`,
    parent: Prisma.sql`company_id`,
    company: OF_COMPANY,
  },
};

/** A part as it is while the transaction holds it. */
export type HeldPart = { name: string; companyId: string | null; parentId: string | null };

/**
 * Refuses whoever may not change the structure of this company, or, without one, the other groups:
 * 403 without the right, 404 outside the scope.
 */
export function assertMayChange(actor: Actor, companyId: string | null): void {
  if (companyId === null) assertCan(actor, 'groups.update-other');
  else assertCan(actor, 'structure.update', { companyId });
}

/**
 * Holds a part until the transaction ends: nobody can come to refer to it meanwhile. Throws 404
 * outside the actor's scope.
 */
export async function holdPart(
  tx: Transaction,
  actor: Actor,
  kind: PartKind,
  id: string,
): Promise<HeldPart> {
  const { table, parent, company } = PARTS[kind];
  const [part] = await tx.$queryRaw<HeldPart[]>`
    SELECT p.name, p.${parent} AS "parentId", ${company} AS "companyId" FROM ${table} p WHERE p.id = ${id}::uuid FOR UPDATE OF p`;
  if (!part) throw notFound(`This ${PART_LABELS[kind]}`);
  assertMayChange(actor, part.companyId);
  return part;
}

const FOREIGN_KEY = '23503'; // foreign_key_violation: what it would belong to is gone

/** What the database refused, at its field. */
export function partError(kind: PartKind, error: unknown): unknown {
  if (isUniqueViolation(error)) {
    return invalid({ name: `There is a ${PART_LABELS[kind]} of this name already.` });
  }
  return sqlState(error) === FOREIGN_KEY ? notFound('What this belongs to') : error;
}
