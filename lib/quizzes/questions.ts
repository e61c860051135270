import 'server-only';
import { Prisma, type Transaction } from '@/lib/core/db';
import type { Question } from './policy';

/** The questions of a quiz with their answers, in their order, as jsonb. */
export const questionsSql = (quizId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('text', s.text, 'answers', (
        SELECT jsonb_agg(jsonb_build_object('text', w.text, 'isRight', w.is_right) ORDER BY w.place)
        FROM quiz_answers w WHERE w.question_id = s.id)) ORDER BY s.place)
    FROM quiz_questions s WHERE s.quiz_id = ${quizId}), '[]')`;

/** Gives a quiz these questions instead of those it has. */
export async function setQuestions(tx: Transaction, quizId: string, questions: Question[]) {
  await tx.$executeRaw`DELETE FROM quiz_questions WHERE quiz_id = ${quizId}::uuid`;
  await tx.$executeRaw`
    WITH given AS (
      SELECT place, question FROM jsonb_array_elements(${JSON.stringify(questions)}::jsonb)
        WITH ORDINALITY AS given (question, place)),
    asked AS (
      INSERT INTO quiz_questions (quiz_id, place, text)
      SELECT ${quizId}::uuid, place, question->>'text' FROM given RETURNING id, place)
    INSERT INTO quiz_answers (question_id, place, text, is_right)
    SELECT asked.id, a.place, a.answer->>'text', (a.answer->>'isRight')::boolean
    FROM given JOIN asked USING (place)
    CROSS JOIN jsonb_array_elements(question->'answers') WITH ORDINALITY AS a (answer, place)`;
}
