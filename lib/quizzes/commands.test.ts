import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { actorOf, makeCompany, makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { createQuiz, deleteQuiz, updateQuiz } from './commands';
import type { Question } from './policy';
import { countQuizzes, getQuiz, listQuizzes } from './queries';
import { quizListQuery } from './schema';

let home: TestCompany;
let admin: Actor;
let auditor: Actor;

beforeAll(async () => {
  home = await makeCompany();
  admin = actorOf(await makePerson({ right: 'organisation_admin', company: home }));
  auditor = actorOf(await makePerson({ right: 'auditor', company: home }));
});

const question = (text: string): Question => ({
  text,
  answers: [
    { text: 'Yes', isRight: true },
    { text: 'No', isRight: false },
    { text: 'Both', isRight: true },
  ],
});
const QUESTIONS = [question('First?'), question('Second?')];
const quiz = (more: object = {}) => ({
  companyId: home.id,
  title: `Quiz ${randomUUID()}`,
  passMark: 70,
  questions: QUESTIONS,
  ...more,
});

describe('a quiz', () => {
  it('is created with its questions and answers in their order, and the audit', async () => {
    const input = quiz();
    const id = await createQuiz(admin, input);
    expect(await getQuiz(auditor, id, home.id)).toMatchObject({
      title: input.title,
      passMark: 70,
      version: 1,
      assigned: 0,
      questions: QUESTIONS,
    });
    expect(await auditOf(id)).toMatchObject([
      { action: 'quiz.created', after: { title: input.title, questions: QUESTIONS } },
    ]);
  });

  it('has a title of its own in its company, whatever the case', async () => {
    const input = quiz();
    await createQuiz(admin, input);
    await expect(
      createQuiz(admin, { ...input, title: input.title.toUpperCase() }),
    ).rejects.toMatchObject({ fields: { title: expect.any(String) as string } });
  });

  it('is changed whole', async () => {
    const id = await createQuiz(admin, quiz());
    const questions = [question('Third?'), ...QUESTIONS.toReversed()];
    await updateQuiz(admin, {
      quizId: id,
      version: 1,
      title: `New ${id}`,
      passMark: 90,
      questions,
    });
    expect(await getQuiz(admin, id, home.id)).toMatchObject({
      version: 2,
      passMark: 90,
      questions,
    });
    expect((await auditOf(id)).at(-1)).toMatchObject({
      action: 'quiz.updated',
      before: { passMark: 70, questions: QUESTIONS },
      after: { passMark: 90, questions },
    });
  });

  it('security 62: of several edits at once one is done, the others are told both versions', async () => {
    const id = await createQuiz(admin, quiz());
    const tries = await Promise.allSettled(
      ['A', 'B', 'C', 'D'].map((letter) =>
        updateQuiz(admin, {
          quizId: id,
          version: 1,
          title: `${letter} ${id}`,
          passMark: 50,
          questions: [question(`${letter}?`)],
        }),
      ),
    );
    const refused = tries.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(3);
    const now = await getQuiz(admin, id, home.id);
    expect(now).toMatchObject({ version: 2, questions: [question(`${now.title[0]}?`)] });
    for (const { reason } of refused) {
      expect(reason).toMatchObject({
        code: 'conflict',
        message: expect.stringMatching(
          new RegExp(`“${now.title}”.*yours is “[A-D] ${id}”.*“${now.title[0]}\\?”`),
        ) as string,
      });
    }
  });

  it('security 62: also of an edit that waited for another to commit', async () => {
    const id = await createQuiz(admin, quiz());
    const theirs = `UPDATE quizzes SET title = 'Theirs ' || id, version = version + 1 WHERE id = $1`;
    const outcome = inOpenTransaction(theirs, [id], async (commit) => {
      const input = { quizId: id, version: 1, title: 'Ours', passMark: 50, questions: QUESTIONS };
      const pending = updateQuiz(admin, input).catch((error: unknown) => error);
      await untilSomebodyWaits();
      await commit();
      return pending;
    });
    expect(await outcome).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`Theirs ${id}`) as string,
    });
    expect(await getQuiz(admin, id, home.id)).toMatchObject({ title: `Theirs ${id}`, version: 2 });
  });

  it('is not deleted while somebody has to take it', async () => {
    const id = await createQuiz(admin, quiz());
    const person = await makePerson({ company: home });
    await sql('INSERT INTO quiz_assignments (user_id, quiz_id) VALUES ($1, $2)', [person.id, id]);
    await expect(deleteQuiz(admin, { quizId: id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('1') as string,
    });
    await sql('DELETE FROM quiz_assignments WHERE quiz_id = $1', [id]);
    await deleteQuiz(admin, { quizId: id });
    await expect(getQuiz(admin, id, home.id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await auditOf(id)).at(-1)).toMatchObject({ action: 'quiz.deleted' });
  });

  it('security 33: is not there outside the scope', async () => {
    const other = await makeCompany();
    const stranger = actorOf(await makePerson({ right: 'organisation_admin', company: other }));
    const input = quiz();
    const id = await createQuiz(admin, input);
    const missing = { code: 'not_found' };
    await expect(createQuiz(stranger, quiz())).rejects.toMatchObject(missing);
    await expect(getQuiz(stranger, id, home.id)).rejects.toMatchObject(missing);
    await expect(getQuiz(stranger, id, other.id)).rejects.toMatchObject(missing);
    await expect(updateQuiz(stranger, { ...input, quizId: id, version: 1 })).rejects.toMatchObject(
      missing,
    );
    await expect(deleteQuiz(stranger, { quizId: id })).rejects.toMatchObject(missing);
    const query = quizListQuery.parse({ q: input.title.toUpperCase() });
    expect(await listQuizzes(stranger, home.id, query)).toEqual([]);
    expect(await countQuizzes(stranger, home.id, query)).toBe(0);
    expect(await listQuizzes(auditor, home.id, query)).toMatchObject([{ id, questions: 2 }]);
  });

  it('security 35: is not changed by who may only read', async () => {
    const input = quiz();
    const id = await createQuiz(admin, input);
    const forbidden = { code: 'forbidden' };
    await expect(createQuiz(auditor, quiz())).rejects.toMatchObject(forbidden);
    await expect(updateQuiz(auditor, { ...input, quizId: id, version: 1 })).rejects.toMatchObject(
      forbidden,
    );
    await expect(deleteQuiz(auditor, { quizId: id })).rejects.toMatchObject(forbidden);
  });
});
