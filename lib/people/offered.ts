import 'server-only';
import type { Transaction } from '@/lib/core/db';
import { invalid } from '@/lib/core/errors';
import type { PersonState } from './schema';

type Chosen = Pick<
  PersonState,
  'companyId' | 'departmentId' | 'positionId' | 'roleIds' | 'groupIds' | 'quizIds'
>;

const STRANGE: Record<Exclude<keyof Chosen, 'companyId'>, string> = {
  departmentId: 'This department is not of the company. Choose another.',
  positionId: 'This position is not of the department. Choose another.',
  roleIds: 'A role among these is not of the company. Choose again.',
  groupIds: 'A group among these belongs to another company. Choose again.',
  quizIds: 'A quiz among these is not of the company. Choose again.',
};

/**
 * Refuses, each at its field, what is not of the company or of no company (security 33, 35): in the
 * writing transaction, which holds the person and so their company.
 */
export async function assertOffered(tx: Transaction, chosen: Chosen): Promise<void> {
  const { companyId, departmentId, positionId, roleIds, groupIds, quizIds } = chosen;
  const [strange] = await tx.$queryRaw<Record<keyof typeof STRANGE, boolean>[]>`
    SELECT
      d.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM departments x
        WHERE x.id = d.id AND x.company_id = c.id) AS "departmentId",
      p.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM positions x
        WHERE x.id = p.id AND x.department_id = d.id) AS "positionId",
      EXISTS (SELECT unnest(${roleIds}::uuid[])
        EXCEPT SELECT x.id FROM platform_roles x WHERE x.company_id = c.id) AS "roleIds",
      EXISTS (SELECT unnest(${groupIds}::uuid[])
        EXCEPT SELECT x.id FROM access_groups x
          WHERE x.company_id IS NULL OR x.company_id = c.id) AS "groupIds",
      EXISTS (SELECT unnest(${quizIds}::uuid[])
        EXCEPT SELECT x.id FROM quizzes x WHERE x.company_id = c.id) AS "quizIds"
    FROM (SELECT ${companyId}::uuid AS id) AS c, (SELECT ${departmentId}::uuid AS id) AS d,
      (SELECT ${positionId}::uuid AS id) AS p`;
  const fields = Object.entries(STRANGE).filter(
    ([name]) => strange?.[name as keyof typeof STRANGE],
  );
  if (fields.length > 0) throw invalid(Object.fromEntries(fields));
}
