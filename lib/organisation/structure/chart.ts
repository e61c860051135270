import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';

/** A box of the chart: a company, a department or a position, and who is in it and below. */
export type ChartNode = {
  id: string;
  name: string;
  people: number;
  children: ChartNode[];
  /** How many more there are than the chart shows. */
  more: number;
};

type Place = { id: string; parentId: string; name: string };
type Heads = { departmentId: string | null; positionId: string | null; people: number };

const MOST_DEPARTMENTS = 1000;
const MOST_POSITIONS = 5000;

const departmentsOf = (companyId: string) => db().$queryRaw<Place[]>`
  SELECT id, company_id AS "parentId", name FROM departments WHERE company_id = ${companyId}::uuid
  ORDER BY lower(name) LIMIT ${MOST_DEPARTMENTS}`;

const positionsOf = (companyId: string) => db().$queryRaw<Place[]>`
  SELECT p.id, p.department_id AS "parentId", p.name
  FROM positions p JOIN departments d ON d.id = p.department_id
  WHERE d.company_id = ${companyId}::uuid
  ORDER BY lower(d.name), lower(p.name) LIMIT ${MOST_POSITIONS}`;

const headsOf = (companyId: string) => db().$queryRaw<Heads[]>`
  SELECT department_id AS "departmentId", position_id AS "positionId", count(*)::int AS people
  FROM users WHERE company_id = ${companyId}::uuid GROUP BY 1, 2`;

type Company = { id: string; name: string; departments: number; positions: number };

async function companyOf(actor: Actor, companyId: string): Promise<Company> {
  const [company] = await db().$queryRaw<Company[]>`
    SELECT c.id, c.name,
      (SELECT count(*)::int FROM departments d WHERE d.company_id = c.id) AS departments,
      (SELECT count(*)::int FROM positions p JOIN departments d ON d.id = p.department_id
        WHERE d.company_id = c.id) AS positions
    FROM companies c WHERE c.id = ${companyId}::uuid AND ${inScope(actor, Prisma.sql`c.id`)}`;
  if (!company) throw notFound('This company');
  return company;
}

const sum = (heads: Heads[]) => heads.reduce((all, { people }) => all + people, 0);

/** The rows of each key; none for nobody's. */
function groupedBy<Row>(rows: Row[], key: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = key(row);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

/**
 * A company as a chart: its departments, their positions, and how many people are in each. Throws 404
 * outside the actor's scope. What is beyond the limits is counted, not shown.
 */
export async function organisationChart(actor: Actor, companyId: string): Promise<ChartNode> {
  const company = await companyOf(actor, companyId);
  const [departments, positions, heads] = await Promise.all([
    departmentsOf(companyId),
    positionsOf(companyId),
    headsOf(companyId),
  ]);
  const placesBelow = groupedBy(positions, ({ parentId }) => parentId);
  const inDepartment = groupedBy(heads, ({ departmentId }) => departmentId);
  const inPosition = groupedBy(heads, ({ positionId }) => positionId);
  const position = ({ id, name }: Place): ChartNode => ({
    id,
    name,
    people: sum(inPosition.get(id) ?? []),
    children: [],
    more: 0,
  });
  const department = ({ id, name }: Place): ChartNode => ({
    id,
    name,
    people: sum(inDepartment.get(id) ?? []),
    children: (placesBelow.get(id) ?? []).map(position),
    more: 0,
  });
  return {
    id: company.id,
    name: company.name,
    people: sum(heads),
    children: departments.map(department),
    more: company.departments - departments.length + company.positions - positions.length,
  };
}
