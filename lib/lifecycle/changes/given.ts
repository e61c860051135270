import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';

// What people are given: of a company, by its table. Held, so that nobody deletes it meanwhile, and
// before the people are: whoever changes what a role brings goes the same way.

const GIVEN = {
  department: { table: Prisma.sql`departments`, called: 'This department' },
  group: { table: Prisma.sql`access_groups`, called: 'This group' },
  role: { table: Prisma.sql`platform_roles`, called: 'This role' },
  quiz: { table: Prisma.sql`quizzes`, called: 'This quiz' },
};
type Given = keyof typeof GIVEN;

/** Makes sure that it is there, and in the actor's scope or of no company; else 404 (security 33). */
export const inReach = (actor: Actor, kind: Given, id: string) => async (tx: Transaction) => {
  const { table, called } = GIVEN[kind];
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM ${table} g
    WHERE g.id = ${id}::uuid AND (g.company_id IS NULL OR ${inScope(actor, Prisma.sql`g.company_id`)})
    FOR KEY SHARE`;
  if (found.length === 0) throw notFound(called);
};

/** Refuses people of another company than what they would be given. */
export const otherCompany = (kind: Given, id: string) => Prisma.sql`
  WHEN NOT EXISTS (SELECT 1 FROM ${GIVEN[kind].table} g WHERE g.id = ${id}::uuid
    AND (g.company_id IS NULL OR g.company_id = a.company_id)) THEN 'other-company'`;

/** Edits that are counted, so that whoever has the same people's page open is told (spec §7). */
export const countEdit = (tx: Transaction, done: Prisma.Sql) =>
  tx.$executeRaw`UPDATE users SET version = version + 1, updated_at = now() WHERE id IN (${done})`;
