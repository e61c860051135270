import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { isUniqueViolation, Prisma, sqlState, type Transaction } from '@/lib/core/db';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import type { Question } from './policy';
import { questionsSql, setQuestions } from './questions';
import type { NewQuiz, QuizEdit, QuizToDelete } from './schema';

const FOREIGN_KEY = '23503'; // foreign_key_violation: the company is gone

/** What the database refused, at its field. */
function fieldError(error: unknown): unknown {
  if (isUniqueViolation(error)) {
    return invalid({ title: 'Another quiz of this company has this title.' });
  }
  return sqlState(error) === FOREIGN_KEY ? notFound('This company') : error;
}

/** Creates a quiz of a company; returns its id. Refuses a title that is taken, whatever its case. */
export async function createQuiz(actor: Actor, input: NewQuiz): Promise<string> {
  const { companyId, title, passMark, questions } = input;
  assertCan(actor, 'quizzes.update', { companyId });
  try {
    return await actorTransaction({ actor }, async (tx) => {
      const { id } = await tx.quiz.create({
        data: { companyId, title, passMark },
        select: { id: true },
      });
      await setQuestions(tx, id, questions);
      await record(tx, actor, {
        action: 'quiz.created',
        subjectType: 'quiz',
        subjectId: id,
        companyId,
        after: { title, passMark, questions },
      });
      return id;
    });
  } catch (error) {
    throw fieldError(error);
  }
}

type Held = {
  companyId: string;
  title: string;
  passMark: number;
  version: number;
  questions: Question[];
};

/** A quiz as it is while the transaction holds it. Throws 404 outside the actor's scope. */
async function holdQuiz(tx: Transaction, actor: Actor, quizId: string): Promise<Held> {
  await tx.$executeRaw`SELECT 1 FROM quizzes WHERE id = ${quizId}::uuid FOR UPDATE`;
  // A statement of its own: it sees the questions of the edit for which this one had to wait.
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT company_id AS "companyId", title, pass_mark AS "passMark", version,
      ${questionsSql(Prisma.sql`quizzes.id`)} AS questions
    FROM quizzes WHERE id = ${quizId}::uuid`;
  if (!held) throw notFound('This quiz');
  assertCan(actor, 'quizzes.update', { companyId: held.companyId });
  return held;
}

/** What is there now, beside what somebody wanted to save over it. */
function staleEdit(now: Held, wanted: QuizEdit) {
  const others = now.questions.filter(
    ({ text }) => !wanted.questions.some((own) => own.text === text),
  );
  const differ =
    others.length > 0
      ? ` Not among yours: ${others.map(({ text }) => `“${text}”`).join(', ')}.`
      : '';
  return conflict(
    `Somebody else changed this quiz meanwhile: it is now “${now.title}”, pass mark ${now.passMark} %, questions: ${now.questions.length}; yours is “${wanted.title}”, ${wanted.passMark} %, ${wanted.questions.length}.${differ} Load the page again to go on from there.`,
  );
}

/**
 * Changes title, pass mark and questions together; returns the company. A stale version is a
 * conflict (security 62).
 */
export async function updateQuiz(actor: Actor, input: QuizEdit): Promise<string> {
  assertCan(actor, 'quizzes.update');
  const { quizId, version, title, passMark, questions } = input;
  try {
    return await actorTransaction({ actor }, async (tx) => {
      const { companyId, version: present, ...before } = await holdQuiz(tx, actor, quizId);
      if (present !== version) throw staleEdit({ companyId, version: present, ...before }, input);
      await tx.quiz.update({
        where: { id: quizId },
        data: { title, passMark, version: { increment: 1 } },
      });
      await setQuestions(tx, quizId, questions);
      await record(tx, actor, {
        action: 'quiz.updated',
        subjectType: 'quiz',
        subjectId: quizId,
        companyId,
        before,
        after: { title, passMark, questions },
      });
      return companyId;
    });
  } catch (error) {
    throw fieldError(error);
  }
}

/** Deletes a quiz that nobody has to take; refuses one that is assigned. Returns the company. */
export async function deleteQuiz(actor: Actor, { quizId }: QuizToDelete): Promise<string> {
  assertCan(actor, 'quizzes.update');
  return actorTransaction({ actor }, async (tx) => {
    const { companyId, title, passMark, questions } = await holdQuiz(tx, actor, quizId);
    const assigned = await tx.quizAssignment.count({ where: { quizId } });
    if (assigned > 0) {
      throw conflict(`People who have to take it: ${assigned}. Take it from them first.`);
    }
    await tx.quiz.delete({ where: { id: quizId } });
    await record(tx, actor, {
      action: 'quiz.deleted',
      subjectType: 'quiz',
      subjectId: quizId,
      companyId,
      before: { title, passMark, questions },
    });
    return companyId;
  });
}
