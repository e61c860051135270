import 'server-only';
import { accessStatusSql, inScope, todaySql } from '@/lib/access/sql';
import type { AccessStatus } from '@/lib/access/decision';
import type { Actor } from '@/lib/core/actor';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import type { AdminRight, UserSource } from '@/lib/generated/prisma/enums';
import { matching, pageOf } from './list-query';
import type { UserFilter, UserListQuery } from './schema';
import { orderOf } from './sorting';

export type UserListRow = {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  colour: string | null;
  companyId: string | null;
  company: string | null;
  department: string | null;
  position: string | null;
  status: AccessStatus;
  /** Days `YYYY-MM-DD`. */
  startDate: string | null;
  endDate: string | null;
  right: AdminRight | null;
  isStaff: boolean;
  twoFactor: 'on' | 'required' | 'off';
  source: UserSource;
  lastActiveAt: Date | null;
  /** The version of their photo (lib/photos/schema.ts); null without one. */
  photo: string | null;
};

const TWO_FACTOR = Prisma.sql`CASE
  WHEN a.two_factor_enabled_at IS NOT NULL THEN 'on'
  WHEN a.two_factor_required THEN 'required' ELSE 'off' END`;

export type UserListPage = {
  rows: UserListRow[];
  /** How many match, exactly, where finding the rows told it; null where they are yet to be counted. */
  total: number | null;
};

// The page's ids first, so that everything else is read for a page only.
/** One page of the people the actor may see. */
export async function listUsers(actor: Actor, query: UserListQuery): Promise<UserListPage> {
  const rows = await db().$queryRaw<(UserListRow & { total: number | null })[]>`
    WITH page AS MATERIALIZED (${pageOf(actor, query)})
    SELECT u.id, u.first_name AS "firstName", u.last_name AS "lastName", u.email, u.phone, u.colour,
      u.source, u.company_id AS "companyId", c.name AS company, d.name AS department,
      p.name AS position, ${accessStatusSql()} AS status, a.start_date::text AS "startDate",
      a.end_date::text AS "endDate", a.admin_right AS "right", a.is_staff AS "isStaff",
      a.last_active_at AS "lastActiveAt", ${TWO_FACTOR} AS "twoFactor", f.version AS photo,
      page.total::int AS total
    FROM page
    JOIN users u ON u.id = page.id
    JOIN user_access a ON a.user_id = page.id
    LEFT JOIN companies c ON c.id = a.company_id
    LEFT JOIN departments d ON d.id = u.department_id
    LEFT JOIN positions p ON p.id = u.position_id
    LEFT JOIN user_photos f ON f.user_id = page.id
    ORDER BY ${orderOf(query.sort)}`;
  const none = rows.length === 0 && query.page === 1;
  return { rows, total: none ? 0 : (rows[0]?.total ?? null) };
}

/** How many people match, exactly. */
export async function countUsers(actor: Actor, filter: UserFilter): Promise<number> {
  const [row] = await db().$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS total ${matching(actor, filter)}`;
  return Number(row?.total ?? 0);
}

export type FoundPerson = { id: string; name: string; email: string; status: AccessStatus };

/** The first few people whose name, e-mail or phone contains the text (⌘K). */
export function findPeople(actor: Actor, text: string): Promise<FoundPerson[]> {
  return db().$queryRaw<FoundPerson[]>`
    WITH page AS MATERIALIZED (
      SELECT a.user_id AS id ${matching(actor, { q: text })} AND u.id IS NOT NULL
      ORDER BY ${orderOf('name')} LIMIT 8)
    SELECT u.id, u.first_name || ' ' || u.last_name AS name, u.email, ${accessStatusSql()} AS status
    FROM page
    JOIN users u ON u.id = page.id
    JOIN user_access a ON a.user_id = page.id
    LEFT JOIN companies c ON c.id = a.company_id
    ORDER BY ${orderOf('name')}`;
}

export type Person = UserListRow & {
  timeZone: string;
  today: string;
  isActive: boolean;
  lockedAt: Date | null;
  lockReason: string | null;
  lockedByName: string | null;
  directoryAllows: boolean | null;
  twoFactorRequired: boolean;
  passwordChangeOwed: boolean;
  profileCompletionOwed: boolean;
  hasPassword: boolean;
  twoFactorEnabledAt: Date | null;
  /** Has their company the control word that a first login asks for? */
  hasControlWord: boolean;
  createdAt: Date;
};

/** Everything the person's page shows. Throws 404 outside the actor's scope. */
export async function getPerson(actor: Actor, userId: string): Promise<Person> {
  const [person] = await db().$queryRaw<Person[]>`
    SELECT u.id, u.first_name AS "firstName", u.last_name AS "lastName", u.email, u.phone, u.colour,
      u.source, u.company_id AS "companyId", u.created_at AS "createdAt", c.name AS company,
      d.name AS department, p.name AS position, coalesce(c.time_zone, 'UTC') AS "timeZone", ${todaySql()}::text AS today,
      ${accessStatusSql()} AS status, a.is_active AS "isActive", a.locked_at AS "lockedAt",
      a.lock_reason AS "lockReason", CASE WHEN ${inScope(actor, Prisma.sql`l.company_id`)}
        THEN l.first_name || ' ' || l.last_name END AS "lockedByName",
      a.start_date::text AS "startDate", a.end_date::text AS "endDate",
      a.directory_allows AS "directoryAllows", a.is_staff AS "isStaff", a.admin_right AS "right",
      a.two_factor_required AS "twoFactorRequired", ${TWO_FACTOR} AS "twoFactor",
      a.two_factor_enabled_at AS "twoFactorEnabledAt", f.version AS photo,
      c.control_word_hash IS NOT NULL AS "hasControlWord",
      a.password_change_owed AS "passwordChangeOwed",
      a.profile_completion_owed AS "profileCompletionOwed", a.last_active_at AS "lastActiveAt",
      EXISTS (SELECT 1 FROM password_credentials k WHERE k.user_id = u.id) AS "hasPassword"
    FROM users u
    JOIN user_access a ON a.user_id = u.id
    LEFT JOIN companies c ON c.id = u.company_id
    LEFT JOIN departments d ON d.id = u.department_id
    LEFT JOIN positions p ON p.id = u.position_id
    LEFT JOIN users l ON l.id = a.locked_by_id
    LEFT JOIN user_photos f ON f.user_id = u.id
    WHERE u.id = ${userId}::uuid AND ${inScope(actor, Prisma.sql`u.company_id`)}`;
  if (!person) throw notFound('This person');
  return person;
}

export type OwnProfile = Pick<
  UserListRow,
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'colour'
  | 'source'
  | 'company'
  | 'department'
  | 'position'
  | 'photo'
> & { version: number };

/** What the cabinet and the shell show of the signed-in user themselves. */
export async function getOwnProfile(userId: string): Promise<OwnProfile> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      firstName: true,
      lastName: true,
      email: true,
      phone: true,
      colour: true,
      source: true,
      version: true,
      company: { select: { name: true } },
      department: { select: { name: true } },
      position: { select: { name: true } },
      photo: { select: { version: true } },
    },
  });
  const { company, department, position, photo, ...own } = user;
  return {
    ...own,
    company: company?.name ?? null,
    department: department?.name ?? null,
    position: position?.name ?? null,
    photo: photo?.version ?? null,
  };
}

export type OwnSecurity = {
  passwordChangedAt: Date | null;
  twoFactorEnabledAt: Date | null;
  twoFactorRequired: boolean;
};

/** Since when the signed-in user has a password and a second factor. */
export async function getOwnSecurity(userId: string): Promise<OwnSecurity> {
  const [security] = await db().$queryRaw<OwnSecurity[]>`
    SELECT k.changed_at AS "passwordChangedAt", a.two_factor_enabled_at AS "twoFactorEnabledAt",
      a.two_factor_required AS "twoFactorRequired"
    FROM user_access a LEFT JOIN password_credentials k ON k.user_id = a.user_id
    WHERE a.user_id = ${userId}::uuid`;
  if (!security) throw notFound('Your account');
  return security;
}
