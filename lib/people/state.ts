import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { assertActorStands } from '@/lib/access/standing';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import type { UserSource } from '@/lib/generated/prisma/enums';
import { guardSuperusers, peopleOf } from '@/lib/lifecycle/guards';
import type { PersonState } from './schema';

/** A person as they stand, with what no form changes. */
export type Standing = { state: PersonState; source: UserSource };

type Row = PersonState & { source: UserSource };

/** What the form shows of a person; undefined where there is none. The caller has checked the scope. */
export async function readState(tx: Transaction, userId: string): Promise<Standing | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT u.first_name AS "firstName", u.last_name AS "lastName", u.email, u.phone,
      u.company_id AS "companyId", u.department_id AS "departmentId", u.position_id AS "positionId",
      u.colour, a.start_date::text AS "startDate", a.end_date::text AS "endDate",
      a.two_factor_required AS "twoFactorRequired", a.is_staff AS "isStaff",
      a.admin_right AS "right",
      ARRAY(SELECT r.role_id::text FROM user_roles r
        WHERE r.user_id = u.id ORDER BY r.role_id) AS "roleIds",
      ARRAY(SELECT g.group_id::text FROM user_groups g
        WHERE g.user_id = u.id AND g.source = 'manual' ORDER BY g.group_id) AS "groupIds",
      ARRAY(SELECT q.quiz_id::text FROM quiz_assignments q
        WHERE q.user_id = u.id ORDER BY q.quiz_id) AS "quizIds",
      u.source
    FROM users u JOIN user_access a ON a.user_id = u.id WHERE u.id = ${userId}::uuid`;
  if (!row) return undefined;
  const { source, ...state } = row;
  return { state, source };
}

/**
 * Holds a person until the transaction ends and reads them then, so that what is compared is what
 * is written over. Throws 404 outside the actor's scope, 403 for somebody above them.
 */
export async function holdPerson(tx: Transaction, actor: Actor, userId: string): Promise<Standing> {
  // In the order of lib/lifecycle, or two changes of one superuser would wait for each other.
  await guardSuperusers(tx, peopleOf([userId]));
  await assertActorStands(tx, actor);
  await tx.$executeRaw`SELECT 1 FROM user_access WHERE user_id = ${userId}::uuid FOR UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  const person = await readState(tx, userId);
  if (!person) throw notFound('This person');
  assertCan(actor, 'users.update', person.state);
  return person;
}
