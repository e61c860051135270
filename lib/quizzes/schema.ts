import { z } from 'zod';
import { idInput, lineInput, searchInput } from '@/lib/core/input';
import { pageSizeInput } from '@/lib/core/paging';
import {
  answerField,
  isBlank,
  isQuestionField,
  questionField,
  questionsIn,
  type Question,
} from './policy';

/** The list's question, parsed once from the URL. */
export const quizListQuery = z.strictObject({
  q: searchInput.default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: pageSizeInput.default(25),
});
export type QuizListQuery = z.infer<typeof quizListQuery>;

const head = {
  title: lineInput('The title', 200),
  passMark: z.coerce
    .number('Enter a whole number.')
    .int('Enter a whole number.')
    .min(1, 'The pass mark is from 1 to 100 percent.')
    .max(100, 'The pass mark is from 1 to 100 percent.'),
};

const questionText = lineInput('The question', 300);
const answerText = lineInput('The answer', 150);

type Problems = Record<string, string>;

function textProblem(schema: z.ZodType, text: string): string | undefined {
  const result = schema.safeParse(text);
  return result.success ? undefined : result.error.issues[0]?.message;
}

/** What is wrong with one question, by field. */
function problemsOf({ text, answers }: Question, at: number): Problems {
  const problems: Problems = {};
  const note = (field: string, problem: string | undefined) => {
    if (problem) problems[field] ??= problem;
  };
  note(questionField(at), textProblem(questionText, text));
  answers.forEach((answer, place) => {
    if (answer.text) note(answerField(at, place), textProblem(answerText, answer.text));
    else if (answer.isRight) note(answerField(at, place), 'The right answer has no text.');
  });
  const given = answers.filter((answer) => answer.text);
  if (given.length < 2) note(questionField(at), 'Give at least two answers.');
  if (!given.some(({ isRight }) => isRight))
    note(questionField(at), 'Tick at least one right answer.');
  return problems;
}

const cleaned = ({ text, answers }: Question): Question => ({
  text: questionText.parse(text),
  answers: answers
    .filter((answer) => answer.text)
    .map((answer) => ({ ...answer, text: answerText.parse(answer.text) })),
});

/** The questions of a form: blank ones and empty answers are left out, all others are whole. */
function questionsOf(fields: Record<string, string>, context: z.RefinementCtx): Question[] {
  const questions = questionsIn(fields);
  const kept = questions
    .map((question, at) => ({ question, at }))
    .filter(({ question }) => !isBlank(question));
  const problems = Object.assign(
    {},
    ...kept.map(({ question, at }) => problemsOf(question, at)),
  ) as Problems;
  if (kept.length === 0) problems[questionField(0)] = 'A quiz has at least one question.';
  for (const [field, message] of Object.entries(problems)) {
    context.addIssue({ code: 'custom', path: [field], message, input: fields });
  }
  return Object.keys(problems).length > 0 ? [] : kept.map(({ question }) => cleaned(question));
}

/** A form of these fields and of questions; any other field is refused (security 36). */
const withQuestions = <S extends z.ZodRawShape>(shape: S) =>
  z.record(z.string(), z.string()).transform((fields, context) => {
    const names = Object.keys(fields);
    const own = Object.fromEntries(
      names.filter((name) => !isQuestionField(name)).map((name) => [name, fields[name]]),
    );
    const parsed = z.strictObject(shape).safeParse(own);
    for (const issue of parsed.error?.issues ?? []) context.addIssue({ ...issue });
    const questions = questionsOf(fields, context);
    return parsed.success && context.issues.length === 0 ? { ...parsed.data, questions } : z.NEVER;
  });

export const newQuiz = withQuestions({ ...head, companyId: idInput() });
/** `version` is the one the editor saw; a later one in the database is a conflict (security 62). */
export const quizEdit = withQuestions({
  ...head,
  quizId: idInput(),
  version: z.coerce.number().int().min(1),
});
export type NewQuiz = z.infer<typeof newQuiz>;
export type QuizEdit = z.infer<typeof quizEdit>;

export const quizToDelete = z.strictObject({ quizId: idInput() });
export type QuizToDelete = z.infer<typeof quizToDelete>;
