import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma, type Transaction } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import type { AccessChange } from '../change';
import { inReach, otherCompany } from './given';

/** Where people work: a department of their company and a position of it; null for none. */
export type Place = { departmentId: string | null; positionId: string | null };

const PLACE = Prisma.sql`(SELECT jsonb_build_object('department', d.name, 'position', p.name)
  FROM users u LEFT JOIN departments d ON d.id = u.department_id
  LEFT JOIN positions p ON p.id = u.position_id WHERE u.id = a.user_id)`;

const named = ({ departmentId, positionId }: Place) => Prisma.sql`jsonb_build_object(
  'department', (SELECT d.name FROM departments d WHERE d.id = ${departmentId}::uuid),
  'position', (SELECT p.name FROM positions p WHERE p.id = ${positionId}::uuid))`;

async function positionIsThere(tx: Transaction, { departmentId, positionId }: Place) {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM positions p WHERE p.id = ${positionId}::uuid
      AND p.department_id = ${departmentId}::uuid FOR KEY SHARE`;
  if (found.length === 0) throw notFound('This position of the department');
}

const isSo = (condition: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM users u WHERE u.id = a.user_id AND ${condition})`;

/** Moves people to a department and position of their company, or out of theirs. */
export function setPlace(actor: Actor, place: Place): AccessChange {
  const { departmentId, positionId } = place;
  return {
    permission: 'users.update',
    action: 'user.place-changed',
    requires: async (tx) => {
      if (departmentId) await inReach(actor, 'department', departmentId)(tx);
      if (positionId) await positionIsThere(tx, place);
    },
    ...(departmentId ? { refused: otherCompany('department', departmentId) } : {}),
    already: isSo(Prisma.sql`u.department_id IS NOT DISTINCT FROM ${departmentId}::uuid
      AND u.position_id IS NOT DISTINCT FROM ${positionId}::uuid`),
    looksFurther: true,
    kept: PLACE,
    after: named(place),
    also: (tx, done) => tx.$executeRaw`
      UPDATE users SET department_id = ${departmentId}::uuid, position_id = ${positionId}::uuid,
        version = version + 1, updated_at = now()
      WHERE id IN (${done})`,
  };
}

/** Gives people a colour, `#rrggbb`, or takes it. */
export const setColour = (colour: string | null): AccessChange => ({
  permission: 'users.update',
  action: 'user.colour-changed',
  already: isSo(Prisma.sql`u.colour IS NOT DISTINCT FROM ${colour}::text`),
  looksFurther: true,
  kept: Prisma.sql`(
    SELECT jsonb_build_object('colour', u.colour) FROM users u WHERE u.id = a.user_id)`,
  after: Prisma.sql`jsonb_build_object('colour', ${colour}::text)`,
  also: (tx, done) => tx.$executeRaw`
    UPDATE users SET colour = ${colour}::text, version = version + 1, updated_at = now()
    WHERE id IN (${done})`,
});
