import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { offsetOf } from '@/lib/core/paging';
import type { Contents } from './labels';
import type { CompanySearch, NamedListQuery } from './schema';

export type CompanyRow = {
  id: string;
  name: string;
  timeZone: string;
  version: number;
  people: number;
  createdAt: Date;
  /** When the control word was set; null: there is none. */
  controlWordChangedAt: Date | null;
};

const IN_SCOPE = (actor: Actor) => inScope(actor, Prisma.sql`c.id`);
// Must read as in the index of their names.
const BY_NAME = Prisma.sql`ORDER BY lower(c.name)`;

const companies = (chosen: Prisma.Sql) => db().$queryRaw<CompanyRow[]>`
  SELECT c.id, c.name, c.time_zone AS "timeZone", c.version, c.created_at AS "createdAt",
    c.control_word_changed_at AS "controlWordChangedAt",
    (SELECT count(*)::int FROM users u WHERE u.company_id = c.id) AS people
  FROM (SELECT * FROM companies c WHERE ${chosen}) c ${BY_NAME}`;

const matching = (actor: Actor, q: string) =>
  Prisma.sql`${IN_SCOPE(actor)} AND ${contains(Prisma.sql`lower(c.name)`, q)}`;

/** One page of the companies the actor may see, by name. */
export const listCompanies = (actor: Actor, query: NamedListQuery): Promise<CompanyRow[]> =>
  companies(Prisma.sql`c.id IN (SELECT c.id FROM companies c WHERE ${matching(actor, query.q)}
    ${BY_NAME} LIMIT ${query.size} OFFSET ${offsetOf(query)})`);

/** How many companies match, exactly. */
export async function countCompanies(actor: Actor, { q }: NamedListQuery): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM companies c WHERE ${matching(actor, q)}`;
  return row?.count ?? 0;
}

/** One company. Throws 404 outside the actor's scope. */
export async function getCompany(actor: Actor, companyId: string): Promise<CompanyRow> {
  const [company] = await companies(Prisma.sql`${IN_SCOPE(actor)} AND c.id = ${companyId}::uuid`);
  if (!company) throw notFound('This company');
  return company;
}

/** What is in a company: nothing, when it may be deleted. None outside the actor's scope. */
export async function companyContents(actor: Actor, companyId: string): Promise<Contents> {
  const of = (table: Prisma.Sql) =>
    Prisma.sql`(SELECT count(*)::int FROM ${table} t WHERE t.company_id = c.id)`;
  const [contents] = await db().$queryRaw<Contents[]>`
    SELECT ${of(Prisma.sql`users`)} AS people, ${of(Prisma.sql`departments`)} AS departments,
      ${of(Prisma.sql`platform_roles`)} AS roles, ${of(Prisma.sql`access_groups`)} AS groups,
      ${of(Prisma.sql`quizzes`)} AS quizzes, ${of(Prisma.sql`contracts`)} AS contracts,
      ${of(Prisma.sql`contract_roles`)} AS "contractRoles"
    FROM companies c WHERE c.id = ${companyId}::uuid AND ${IN_SCOPE(actor)}`;
  if (!contents) throw notFound('This company');
  return contents;
}

const CHOICES = 50;

/** The first companies of the actor's scope to choose from, by what was typed; and the chosen one. */
export const companyChoices = (actor: Actor, { q = '', chosen }: CompanySearch = {}) =>
  db().$queryRaw<{ id: string; name: string }[]>`
    SELECT c.id, c.name FROM companies c
    WHERE ${IN_SCOPE(actor)} AND (c.id = ${chosen ?? null}::uuid OR c.id IN (
      SELECT c.id FROM companies c WHERE ${matching(actor, q)} ${BY_NAME} LIMIT ${CHOICES}))
    ${BY_NAME}`;
