import 'server-only';
import { accessStatusSql } from '@/lib/access/sql';
import { recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { conflict } from '@/lib/core/errors';
import { INVITATION, sendLinks } from '@/lib/links/links';
import { insertPeople } from '@/lib/users/insert-many';
import { createMissing } from './missing';
import type { ImportPlan } from './schema';

// Over the transaction's own table import_people, in which only the good rows are left.

/** Each list of names in a column once, with what its names stand for; id null: nothing. */
const resolved = (list: Prisma.Sql, lookedUp: Prisma.Sql) => Prisma.sql`
  SELECT DISTINCT k.company_id, k.names, x.id
  FROM (SELECT DISTINCT company_id, ${list} AS names FROM import_people) AS k
  CROSS JOIN LATERAL unnest(k.names) AS n (name)
  LEFT JOIN ${lookedUp} AND lower(x.name) = lower(n.name)`;

const GROUPS = resolved(
  Prisma.sql`groups`,
  Prisma.sql`access_groups x ON (x.company_id = k.company_id OR x.company_id IS NULL)`,
);
const ROLES = resolved(
  Prisma.sql`roles`,
  Prisma.sql`platform_roles x ON x.company_id = k.company_id`,
);

/** Refuses when what a row names has been renamed or deleted while it was being created. */
async function assertStillThere(tx: Transaction): Promise<void> {
  const [names] = await tx.$queryRaw<{ gone: boolean }[]>`
    SELECT EXISTS (SELECT FROM (${GROUPS} UNION ALL ${ROLES}) AS r WHERE r.id IS NULL) AS gone`;
  if (names?.gone) throw conflict('A group or role was changed just now. Check the file again.');
}

async function giveMemberships(tx: Transaction, { groupsFromRoles }: ImportPlan): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO user_groups (user_id, group_id, source)
    SELECT p.id, r.id, 'manual' FROM import_people p
    JOIN (${GROUPS}) AS r ON r.company_id = p.company_id AND r.names = p.groups
    WHERE r.id IS NOT NULL`;
  await tx.$executeRaw`
    INSERT INTO user_roles (user_id, role_id)
    SELECT p.id, r.id FROM import_people p
    JOIN (${ROLES}) AS r ON r.company_id = p.company_id AND r.names = p.roles
    WHERE r.id IS NOT NULL`;
  await assertStillThere(tx);
  if (!groupsFromRoles) return;
  // A statement of its own: it sees what a role brings after whoever was changing that.
  await tx.$executeRaw`
    INSERT INTO user_groups (user_id, group_id, source)
    SELECT DISTINCT m.user_id, b.group_id, 'role'::membership_source
    FROM import_people p JOIN user_roles m ON m.user_id = p.id
    JOIN platform_role_groups b ON b.role_id = m.role_id
    ON CONFLICT DO NOTHING`;
}

const recordCreated = (tx: Transaction, actor: Actor, importId: string) =>
  tx.$executeRaw(
    recordSet(
      actor,
      'user.created',
      Prisma.sql`SELECT p.id AS user_id, p.company_id, NULL::jsonb AS before,
        jsonb_strip_nulls(jsonb_build_object('email', p.email, 'firstName', p.first_name,
          'lastName', p.last_name, 'phone', p.phone, 'department', p.department,
          'position', p.position, 'startDate', p.start_date, 'endDate', p.end_date,
          'colour', p.colour, 'groups', nullif(array_to_string(p.groups, ', '), ''),
          'roles', nullif(array_to_string(p.roles, ', '), ''),
          'importId', ${importId}::text)) AS after
        FROM import_people p`,
    ),
  );

// Who may enter today, in a company whose control word they can be asked for: as one invites one.
const INVITED = Prisma.sql`
  SELECT p.id FROM import_people p JOIN user_access a ON a.user_id = p.id
  JOIN companies c ON c.id = a.company_id
  WHERE ${accessStatusSql()} = 'active' AND c.control_word_hash IS NOT NULL`;

/** Mails a first login to those it would open something for; returns how many. */
export async function inviteImported(tx: Transaction, actor: Actor): Promise<number> {
  const order = { ...INVITATION.first_login, requestedById: actor.userId };
  const invited = await sendLinks(tx, INVITED, order);
  await tx.$executeRaw(
    recordSet(
      actor,
      'user.invited',
      Prisma.sql`SELECT a.user_id, a.company_id, NULL::jsonb AS before,
        '{"link": "first_login"}'::jsonb AS after
        FROM user_access a WHERE a.user_id IN (${INVITED})`,
    ),
  );
  return invited;
}

/** Creates the people of all good rows, with what they belong to; returns how many. */
export async function createImported(
  tx: Transaction,
  actor: Actor,
  importId: string,
  plan: ImportPlan,
): Promise<number> {
  await tx.$executeRaw`DELETE FROM import_people WHERE errors <> '{}'`;
  if (plan.createMissing) await createMissing(tx, actor);
  const created = await insertPeople(tx, Prisma.sql`SELECT * FROM import_people`);
  await giveMemberships(tx, plan);
  await recordCreated(tx, actor, importId);
  return created;
}
