import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';

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

const companies = (actor: Actor, condition: Prisma.Sql) => db().$queryRaw<CompanyRow[]>`
  SELECT c.id, c.name, c.time_zone AS "timeZone", c.version, c.created_at AS "createdAt",
    c.control_word_changed_at AS "controlWordChangedAt",
    (SELECT count(*)::int FROM users u WHERE u.company_id = c.id) AS people
  FROM companies c
  WHERE ${inScope(actor, Prisma.sql`c.id`)} AND ${condition}
  ORDER BY c.name LIMIT 1000`;

/** The companies the actor may see, by name. */
export const listCompanies = (actor: Actor) => companies(actor, Prisma.sql`TRUE`);

/** One company. Throws 404 outside the actor's scope. */
export async function getCompany(actor: Actor, companyId: string): Promise<CompanyRow> {
  const [company] = await companies(actor, Prisma.sql`c.id = ${companyId}::uuid`);
  if (!company) throw notFound('This company');
  return company;
}

/** The companies to choose from in a form: those in the actor's scope. */
export const companyChoices = (actor: Actor) => db().$queryRaw<{ id: string; name: string }[]>`
  SELECT c.id, c.name FROM companies c
  WHERE ${inScope(actor, Prisma.sql`c.id`)} ORDER BY c.name LIMIT 1000`;
