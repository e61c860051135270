import 'server-only';
import { inScope } from '@/lib/access/sql';
import type { Actor } from '@/lib/core/actor';
import { contains } from '@/lib/core/contains';
import { db, Prisma } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';
import { offsetOf } from '@/lib/core/paging';
import type { Question } from './policy';
import { questionsSql } from './questions';
import type { QuizListQuery } from './schema';

export type QuizRow = {
  id: string;
  title: string;
  passMark: number;
  questions: number;
  /** How many people have to take it. */
  assigned: number;
};

function matching(actor: Actor, companyId: string, q: string): Prisma.Sql {
  return Prisma.sql`q.company_id = ${companyId}::uuid AND ${inScope(actor, Prisma.sql`q.company_id`)}
    AND ${contains(Prisma.sql`lower(q.title)`, q)}`;
}

const ASSIGNED = Prisma.sql`
  (SELECT count(*)::int FROM quiz_assignments a WHERE a.quiz_id = q.id) AS assigned`;

/** One page of a company's quizzes, by title; none outside the actor's scope. */
export const listQuizzes = (actor: Actor, companyId: string, query: QuizListQuery) =>
  db().$queryRaw<QuizRow[]>`
    SELECT q.id, q.title, q.pass_mark AS "passMark", ${ASSIGNED},
      (SELECT count(*)::int FROM quiz_questions s WHERE s.quiz_id = q.id) AS questions
    FROM (SELECT q.id, q.title, q.pass_mark FROM quizzes q
      WHERE ${matching(actor, companyId, query.q)}
      ORDER BY lower(q.title) LIMIT ${query.size} OFFSET ${offsetOf(query)}) q
    ORDER BY lower(q.title)`;

/** How many of them match, exactly. */
export async function countQuizzes(actor: Actor, companyId: string, { q }: QuizListQuery) {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM quizzes q WHERE ${matching(actor, companyId, q)}`;
  return row?.count ?? 0;
}

export type Quiz = Omit<QuizRow, 'questions'> & { version: number; questions: Question[] };

/** A quiz of this company with its questions. Throws 404 outside the actor's scope. */
export async function getQuiz(actor: Actor, quizId: string, companyId: string): Promise<Quiz> {
  const [quiz] = await db().$queryRaw<Quiz[]>`
    SELECT q.id, q.title, q.pass_mark AS "passMark", q.version, ${ASSIGNED},
      ${questionsSql(Prisma.sql`q.id`)} AS questions
    FROM quizzes q
    WHERE q.id = ${quizId}::uuid AND q.company_id = ${companyId}::uuid
      AND ${inScope(actor, Prisma.sql`q.company_id`)}`;
  if (!quiz) throw notFound('This quiz');
  return quiz;
}
