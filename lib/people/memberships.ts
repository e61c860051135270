import 'server-only';
import { Prisma, type Transaction } from '@/lib/core/db';
import type { Actor } from '@/lib/core/actor';

type Memberships = {
  roleIds: string[];
  /** By hand. */
  groupIds: string[];
  quizIds: string[];
  /** Also those groups that the roles bring and the person is not in yet. */
  groupsFromRoles: boolean;
};

// A statement each: the foreign key waits for a role that is being changed, and only what is read
// after that knows what the role brings then.
async function writeRoles(tx: Transaction, userId: string, roleIds: string[]) {
  await tx.$executeRaw`
    DELETE FROM user_roles WHERE user_id = ${userId}::uuid AND role_id <> ALL (${roleIds}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO user_roles (user_id, role_id) SELECT ${userId}::uuid, unnest(${roleIds}::uuid[])
    ON CONFLICT DO NOTHING`;
}

/** Brought by the roles that the person holds now: all, or only where they are in already. */
const brought = (userId: string, all: boolean) => Prisma.sql`
  SELECT b.group_id FROM user_roles r JOIN platform_role_groups b ON b.role_id = r.role_id
  WHERE r.user_id = ${userId}::uuid AND (${all}::boolean OR EXISTS (
    SELECT 1 FROM user_groups m
    WHERE m.user_id = r.user_id AND m.group_id = b.group_id AND m.source = 'role'))`;

/** What is given by hand stays by hand; what came from a role goes when no role brings it any more. */
const writeGroups = (tx: Transaction, userId: string, groupIds: string[], all: boolean) =>
  tx.$executeRaw`
    WITH wanted AS MATERIALIZED (
      SELECT unnest(${groupIds}::uuid[]) AS group_id, 'manual'::membership_source AS source
      UNION
      SELECT group_id, 'role' FROM (${brought(userId, all)}) AS b
      WHERE group_id <> ALL (${groupIds}::uuid[])),
    gone AS (
      DELETE FROM user_groups m WHERE m.user_id = ${userId}::uuid
        AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.group_id = m.group_id))
    INSERT INTO user_groups AS m (user_id, group_id, source)
    SELECT ${userId}::uuid, group_id, source FROM wanted
    ON CONFLICT (user_id, group_id) DO UPDATE SET source = excluded.source
      WHERE m.source <> excluded.source`;

async function writeQuizzes(tx: Transaction, actor: Actor, userId: string, quizIds: string[]) {
  await tx.$executeRaw`
    DELETE FROM quiz_assignments
    WHERE user_id = ${userId}::uuid AND quiz_id <> ALL (${quizIds}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO quiz_assignments (user_id, quiz_id, assigned_by_id)
    SELECT ${userId}::uuid, unnest(${quizIds}::uuid[]), ${actor.userId}::uuid
    ON CONFLICT DO NOTHING`;
}

/** Makes a person's roles, groups and quizzes these, in the caller's transaction, which holds them. */
export async function writeMemberships(
  tx: Transaction,
  actor: Actor,
  userId: string,
  { roleIds, groupIds, quizIds, groupsFromRoles }: Memberships,
): Promise<void> {
  await writeRoles(tx, userId, roleIds);
  await writeGroups(tx, userId, groupIds, groupsFromRoles);
  await writeQuizzes(tx, actor, userId, quizIds);
}
