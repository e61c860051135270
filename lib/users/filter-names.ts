import 'server-only';
import { contractInScope } from '@/lib/access/contracts';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import type { UserFilter } from './schema';

type Named = Pick<
  UserFilter,
  'company' | 'department' | 'position' | 'group' | 'role' | 'contract'
>;

const NOTHING = {
  company: null,
  department: null,
  position: null,
  group: null,
  role: null,
  contract: null,
};

const idOf = (id: string | undefined) => Prisma.sql`${id ?? null}::uuid`;

/** The names behind the ids of a filter, for its chips; null for what is not set or not to be seen. */
export async function filterNames(
  actor: Actor,
  { company, department, position, group, role, contract }: Named,
): Promise<Record<keyof Named, string | null>> {
  const scope = (column: string) => inScope(actor, Prisma.raw(column));
  const names = await db().$queryRaw<Record<keyof Named, string | null>[]>`
    SELECT
      (SELECT name FROM companies c WHERE id = ${idOf(company)} AND ${scope('c.id')}) AS company,
      (SELECT name FROM departments d
        WHERE id = ${idOf(department)} AND ${scope('d.company_id')}) AS department,
      (SELECT p.name FROM positions p JOIN departments d ON d.id = p.department_id
        WHERE p.id = ${idOf(position)} AND ${scope('d.company_id')}) AS position,
      (SELECT name FROM access_groups g WHERE id = ${idOf(group)}
        AND (${scope('g.company_id')} OR g.company_id IS NULL AND ${actor.right !== null})) AS group,
      (SELECT name FROM platform_roles r
        WHERE id = ${idOf(role)} AND ${scope('r.company_id')}) AS role,
      (SELECT k.number || ' · ' || k.name FROM contracts k
        WHERE k.id = ${idOf(contract)} AND ${contractInScope(actor)}) AS contract`;
  return names[0] ?? NOTHING;
}
