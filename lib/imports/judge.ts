import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import type { ImportPlan } from './schema';

/** What is said of an e-mail, and counted by. */
export const TAKEN = 'This e-mail already has an account.';
export const TWIN = 'The same e-mail is in row ';

const TABLE = Prisma.sql`
  CREATE TEMP TABLE import_people (
    number int PRIMARY KEY, id uuid NOT NULL DEFAULT uuid_v7(),
    email text, first_name text, last_name text, phone text,
    company_id uuid, department_id uuid, position_id uuid, department text, position text,
    start_date date, end_date date, colour text, groups text[], roles text[],
    errors jsonb NOT NULL,
    CHECK (company_id IS NOT NULL OR errors <> '{}')) ON COMMIT DROP`;

const same = (one: Prisma.Sql, other: Prisma.Sql) => Prisma.sql`lower(${one}) = lower(${other})`;

/** The names of a list that stand for nothing, in words; null: all stand for something. */
const unknown = (list: Prisma.Sql, isKnown: Prisma.Sql, what: string) => Prisma.sql`
  (SELECT format(${`There is no ${what} %s in %s.`}::text, string_agg('“' || n || '”', ', '), k.company)
   FROM unnest(${list}) AS n WHERE NOT (${isKnown}) HAVING count(*) > 0)`;

const groupOf = (company: Prisma.Sql) => Prisma.sql`
  EXISTS (SELECT FROM access_groups g
    WHERE ${same(Prisma.sql`g.name`, Prisma.sql`n`)} AND g.company_id ${company})`;
const CABINET = groupOf(Prisma.sql`= k.company_id`);
const OTHER = groupOf(Prisma.sql`IS NULL`);

// One name for two groups: which is meant, nobody can tell.
const AMBIGUOUS = Prisma.sql`
  (SELECT format('There is a cabinet group and an other group named %s. Rename one of them first.',
     string_agg('“' || n || '”', ', '))
   FROM unnest(k.groups) AS n WHERE ${CABINET} AND ${OTHER} HAVING count(*) > 0)`;

const ROLE = Prisma.sql`
  EXISTS (SELECT FROM platform_roles r
    WHERE r.company_id = k.company_id AND ${same(Prisma.sql`r.name`, Prisma.sql`n`)})`;

const EMAIL = Prisma.sql`CASE
  WHEN u.id IS NOT NULL THEN ${TAKEN}
  WHEN t.first <> t.last THEN ${TWIN} || CASE WHEN p.number = t.first THEN t.last ELSE t.first END
    || '. Only one of them can be right: delete the other.' END`;

const COMPANY = Prisma.sql`CASE WHEN p.company IS NOT NULL AND c.id IS NULL
  THEN format('There is no company “%s” in your scope.', p.company) END`;

// Chosen for everybody, and deleted since.
const CHOSEN_COMPANY = Prisma.sql`CASE WHEN c.id IS NULL
  THEN 'The company you chose is no longer there. Match the columns again and choose another.' END`;

const DEPARTMENT = Prisma.sql`CASE WHEN c.id IS NOT NULL AND p.department IS NOT NULL AND d.id IS NULL
  THEN format('There is no department “%s” in %s.', p.department, c.name) END`;

const POSITION = Prisma.sql`CASE WHEN d.id IS NOT NULL AND p.position IS NOT NULL AND s.id IS NULL
  THEN format('There is no position “%s” in the department %s.', p.position, d.name) END`;

// Many rows name the same: each list of names is looked up once.
const MEMBERSHIPS = Prisma.sql`
  SELECT k.company_id, k.groups, k.roles, jsonb_strip_nulls(jsonb_build_object(
    'groups', coalesce(
      ${unknown(Prisma.sql`k.groups`, Prisma.sql`${CABINET} OR ${OTHER}`, 'group')}, ${AMBIGUOUS}),
    'roles', ${unknown(Prisma.sql`k.roles`, ROLE, 'platform role')})) AS errors
  FROM (SELECT DISTINCT company_id, company_name AS company, groups, roles FROM placed
    WHERE company_id IS NOT NULL) AS k`;

/**
 * Judges what is staged by what the database holds, in the scope of the actor (security 33), into
 * the transaction's own table import_people: ids for names, and all errors by field.
 */
export async function judgeRows(tx: Transaction, actor: Actor, plan: ImportPlan): Promise<void> {
  const { companyId, createMissing } = plan;
  const company = companyId
    ? { isIt: Prisma.sql`c.id = ${companyId}::uuid`, error: CHOSEN_COMPANY }
    : { isIt: same(Prisma.sql`c.name`, Prisma.sql`p.company`), error: COMPANY };
  const unlessCreated = (error: Prisma.Sql) => (createMissing ? Prisma.sql`NULL` : error);
  await tx.$executeRaw(TABLE);
  await tx.$executeRaw`
    WITH placed AS MATERIALIZED (
      SELECT p.number, p.email, p.first_name, p.last_name, p.phone, c.id AS company_id,
        c.name AS company_name, d.id AS department_id, s.id AS position_id, p.department,
        p.position, p.start_date, p.end_date, p.colour, p.groups, p.roles,
        p.errors || jsonb_strip_nulls(jsonb_build_object('email', ${EMAIL}, 'company', ${company.error},
          'department', ${unlessCreated(DEPARTMENT)}, 'position', ${unlessCreated(POSITION)}))
          AS errors
      FROM import_staged p
      LEFT JOIN companies c ON ${company.isIt} AND ${inScope(actor, Prisma.sql`c.id`)}
      LEFT JOIN departments d
        ON d.company_id = c.id AND ${same(Prisma.sql`d.name`, Prisma.sql`p.department`)}
      LEFT JOIN positions s
        ON s.department_id = d.id AND ${same(Prisma.sql`s.name`, Prisma.sql`p.position`)}
      LEFT JOIN users u ON u.email = p.email
      LEFT JOIN (SELECT email, min(number) AS first, max(number) AS last
        FROM import_staged GROUP BY email HAVING count(*) > 1) t ON t.email = p.email),
    memberships AS MATERIALIZED (${MEMBERSHIPS})
    INSERT INTO import_people (number, email, first_name, last_name, phone, company_id,
      department_id, position_id, department, position, start_date, end_date, colour, groups, roles,
      errors)
    SELECT p.number, p.email, p.first_name, p.last_name, p.phone, p.company_id, p.department_id,
      p.position_id, p.department, p.position, p.start_date, p.end_date, p.colour, p.groups,
      p.roles, p.errors || coalesce(m.errors, '{}')
    FROM placed p LEFT JOIN memberships m USING (company_id, groups, roles)
    ORDER BY p.number`;
}

export type Counts = { good: number; bad: number };

/** Keeps the errors with the rows of the file, and counts. */
export async function keepJudgement(tx: Transaction, importId: string): Promise<Counts> {
  await tx.$executeRaw`
    UPDATE import_rows r SET errors = nullif(p.errors, '{}') FROM import_people p
    WHERE r.import_id = ${importId}::uuid AND r.number = p.number
      AND r.errors IS DISTINCT FROM nullif(p.errors, '{}')`;
  const [counts] = await tx.$queryRaw<Counts[]>`
    SELECT (count(*) FILTER (WHERE errors = '{}'))::int AS good,
      (count(*) FILTER (WHERE errors <> '{}'))::int AS bad FROM import_people`;
  return counts ?? { good: 0, bad: 0 };
}
