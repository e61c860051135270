import 'server-only';
import { z } from 'zod';
import { CONTRACT_TEXT, contractInScope } from '@/lib/access/contracts';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { db, Prisma } from '@/lib/core/db';
import { idInput, searchInput } from '@/lib/core/input';

const KINDS = ['company', 'department', 'position', 'group', 'role', 'contract'] as const;
type ChoiceKind = (typeof KINDS)[number];

/** What a filter of the users list looks for; within a company and a department already chosen. */
export const choiceSearch = z.strictObject({
  kind: z.enum(KINDS),
  q: searchInput.default(''),
  company: idInput().optional(),
  department: idInput().optional(),
});
type ChoiceSearch = z.infer<typeof choiceSearch>;

/**
 * `detail` says of which company a group is, unless that is chosen (other groups are of none), and
 * which contract is archived.
 */
export type Choice = { id: string; name: string; detail: string | null };

const MOST = 20;

const TABLES: Record<ChoiceKind, Prisma.Sql> = {
  company: Prisma.sql`companies x JOIN companies c ON c.id = x.id`,
  department: Prisma.sql`departments x JOIN companies c ON c.id = x.company_id`,
  position: Prisma.sql`positions x JOIN departments d ON d.id = x.department_id
    JOIN companies c ON c.id = d.company_id`,
  group: Prisma.sql`access_groups x LEFT JOIN companies c ON c.id = x.company_id`,
  role: Prisma.sql`platform_roles x JOIN companies c ON c.id = x.company_id`,
  contract: Prisma.sql`contracts k JOIN companies c ON c.id = k.company_id
    CROSS JOIN LATERAL (SELECT k.id, k.number || ' · ' || k.name AS name) x`,
};

function within(actor: Actor, { kind, company, department }: ChoiceSearch): Prisma.Sql {
  const conditions = [
    kind === 'contract' ? contractInScope(actor) : inScope(actor, Prisma.sql`c.id`),
  ];
  if (company) conditions.push(Prisma.sql`c.id = ${company}::uuid`);
  if (department && kind === 'position') conditions.push(Prisma.sql`d.id = ${department}::uuid`);
  const inside = Prisma.join(conditions, ' AND ');
  // Other groups are of no company, and to be seen by all who see people.
  return kind === 'group'
    ? Prisma.sql`(${inside} OR c.id IS NULL AND ${actor.right !== null})`
    : inside;
}

function detailOf({ kind, company }: ChoiceSearch): Prisma.Sql {
  if (kind === 'contract')
    return Prisma.sql`CASE WHEN k.archived_at IS NOT NULL THEN 'Archived' END`;
  if (kind !== 'group') return Prisma.sql`NULL`;
  const ofCompany = company ? Prisma.sql`NULL` : Prisma.sql`c.name`;
  return Prisma.sql`CASE WHEN c.id IS NULL THEN 'Other group' ELSE ${ofCompany} END`;
}

function found({ kind, q }: ChoiceSearch): Prisma.Sql {
  const named = contains(Prisma.sql`lower(x.name)`, q);
  if (kind !== 'contract') return named;
  const inNumber = contains(Prisma.sql`lower(k.number)`, q);
  const inName = contains(Prisma.sql`lower(k.name)`, q);
  // By the index first, which looks through the parties too.
  return Prisma.sql`${contains(CONTRACT_TEXT, q)} AND (${inNumber} OR ${inName})`;
}

const BY_NAME = Prisma.sql`lower(x.name), x.id`;
const BY_NUMBER = Prisma.sql`k.number, k.id`;

const choices = (actor: Actor, search: ChoiceSearch) => Prisma.sql`
  SELECT ${search.kind} AS kind, x.id, x.name, ${detailOf(search)} AS detail
  FROM ${TABLES[search.kind]}
  WHERE ${within(actor, search)} AND ${found(search)}
  ORDER BY ${search.kind === 'contract' ? BY_NUMBER : BY_NAME} LIMIT ${MOST}`;

/** The first choices of a kind that match, by name; never beyond the actor's scope. */
export async function filterChoices(actor: Actor, search: ChoiceSearch): Promise<Choice[]> {
  const found = await db().$queryRaw<(Choice & { kind: string })[]>(choices(actor, search));
  return found.map(({ kind: _, ...choice }) => choice);
}

export type FirstChoices = Record<ChoiceKind, Choice[]>;

/** The first choices of every kind: of a company's once there is one, of positions in a department. */
export async function firstChoices(
  actor: Actor,
  { company, department }: { company?: string | undefined; department?: string | undefined },
): Promise<FirstChoices> {
  const offered: Record<ChoiceKind, boolean> = {
    company: actor.right === 'superuser',
    department: Boolean(company),
    position: Boolean(department),
    group: true,
    role: Boolean(company),
    contract: true,
  };
  const asked = KINDS.filter((kind) => offered[kind]).map(
    (kind) => Prisma.sql`(${choices(actor, { kind, q: '', company, department })})`,
  );
  const found = await db().$queryRaw<(Choice & { kind: ChoiceKind })[]>(
    Prisma.join(asked, ' UNION ALL '),
  );
  const first: FirstChoices = {
    company: [],
    department: [],
    position: [],
    group: [],
    role: [],
    contract: [],
  };
  for (const { kind, ...choice } of found) first[kind].push(choice);
  return first;
}
