import 'server-only';
import { recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';

type Kind = 'department' | 'position';

// Above each of its kind, what its name is unique in; the first spelling in the file is taken.
const KINDS: Record<
  Kind,
  { table: Prisma.Sql; parent: Prisma.Sql; name: Prisma.Sql; id: Prisma.Sql }
> = {
  department: {
    table: Prisma.sql`departments`,
    parent: Prisma.sql`company_id`,
    name: Prisma.sql`department`,
    id: Prisma.sql`department_id`,
  },
  position: {
    table: Prisma.sql`positions`,
    parent: Prisma.sql`department_id`,
    name: Prisma.sql`position`,
    id: Prisma.sql`position_id`,
  },
};

async function createKind(tx: Transaction, actor: Actor, kind: Kind): Promise<void> {
  const { table, parent, name, id } = KINDS[kind];
  const created = Prisma.sql`
    INSERT INTO ${table} (${parent}, name)
    SELECT DISTINCT ON (p.${parent}, lower(p.${name})) p.${parent}, p.${name}
    FROM import_people p WHERE p.${name} IS NOT NULL AND p.${id} IS NULL
    ORDER BY p.${parent}, lower(p.${name}), p.number
    ON CONFLICT DO NOTHING RETURNING id, name, ${parent} AS parent_id`;
  const company =
    kind === 'department'
      ? Prisma.sql`k.parent_id`
      : Prisma.sql`(SELECT d.company_id FROM departments d WHERE d.id = k.parent_id)`;
  await tx.$executeRaw`
    WITH created AS (${created})
    ${recordSet(
      actor,
      `${kind}.created`,
      Prisma.sql`SELECT k.id AS user_id, ${company} AS company_id, NULL::jsonb AS before,
        jsonb_build_object('name', k.name) AS after FROM created k`,
      kind,
    )}`;
  await tx.$executeRaw`
    UPDATE import_people p SET ${id} = k.id FROM ${table} k
    WHERE p.${id} IS NULL AND k.${parent} = p.${parent} AND lower(k.name) = lower(p.${name})`;
}

/** Creates the departments and positions that the people to be created have and their company lacks. */
export async function createMissing(tx: Transaction, actor: Actor): Promise<void> {
  await createKind(tx, actor, 'department');
  await createKind(tx, actor, 'position');
}
