import 'server-only';
import type { Prisma, Transaction } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';

/** A person in words, as the audit keeps them: who outlives the rows they point to. */
export type Description = Prisma.InputJsonObject;

/** Names in place of ids; dates, rights and second factor are kept by the changes of lib/lifecycle. */
export async function describePerson(tx: Transaction, userId: string): Promise<Description> {
  const [person] = await tx.$queryRaw<Description[]>`
    SELECT u.first_name AS "firstName", u.last_name AS "lastName", u.email, u.phone,
      c.name AS company, d.name AS department, p.name AS position, u.colour,
      ARRAY(SELECT x.name FROM user_roles r JOIN platform_roles x ON x.id = r.role_id
        WHERE r.user_id = u.id ORDER BY x.name) AS roles,
      ARRAY(SELECT x.name FROM user_groups g JOIN access_groups x ON x.id = g.group_id
        WHERE g.user_id = u.id ORDER BY x.name) AS groups,
      ARRAY(SELECT x.title FROM quiz_assignments q JOIN quizzes x ON x.id = q.quiz_id
        WHERE q.user_id = u.id ORDER BY x.title) AS quizzes
    FROM users u
    LEFT JOIN companies c ON c.id = u.company_id
    LEFT JOIN departments d ON d.id = u.department_id
    LEFT JOIN positions p ON p.id = u.position_id
    WHERE u.id = ${userId}::uuid`;
  if (!person) throw notFound('This person');
  return person;
}

const only = (from: Description, names: string[]): Description =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

/** What of two descriptions differs, before and after; undefined where nothing does. */
export function changesOf(before: Description, after: Description) {
  const names = Object.keys(before).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return names.length > 0 ? { before: only(before, names), after: only(after, names) } : undefined;
}
