// A quiz as a form holds it: `question-0`, its answers `answer-0-0` …, ticks `right-0-0` ….

export const MOST_QUESTIONS = 30;
export const MOST_ANSWERS = 6;

export type Answer = { text: string; isRight: boolean };
export type Question = { text: string; answers: Answer[] };

/** The names of a question's fields, and of an answer's. */
export const questionField = (question: number) => `question-${question}`;
export const answerField = (question: number, answer: number) => `answer-${question}-${answer}`;
export const rightField = (question: number, answer: number) => `right-${question}-${answer}`;

const QUESTION = /^question-(\d{1,2})$/;
const ANSWER = /^(?:answer|right)-(\d{1,2})-(\d)$/;

/** Is this the name of a field of a question, within what a quiz may have? */
export function isQuestionField(name: string): boolean {
  const [, question] = QUESTION.exec(name) ?? ANSWER.exec(name) ?? [];
  const answer = ANSWER.exec(name)?.[2];
  return Number(question) < MOST_QUESTIONS && Number(answer ?? 0) < MOST_ANSWERS;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

const textIn = (fields: Record<string, unknown>, name: string): string => {
  const text = fields[name];
  return typeof text === 'string' ? text.trim() : '';
};

/** The questions a form holds, each at its place; those without any text are blank. */
export const questionsIn = (fields: Record<string, unknown>): Question[] => {
  const last = Math.max(
    -1,
    ...Object.keys(fields).map((name) => Number(QUESTION.exec(name)?.[1] ?? -1)),
  );
  return upTo(last + 1).map((question) => ({
    text: textIn(fields, questionField(question)),
    answers: upTo(MOST_ANSWERS)
      .filter((answer) => answerField(question, answer) in fields)
      .map((answer) => ({
        text: textIn(fields, answerField(question, answer)),
        isRight: fields[rightField(question, answer)] === 'on',
      })),
  }));
};

/** Nothing was typed for it: it is left out. */
export const isBlank = ({ text, answers }: Question): boolean =>
  text === '' && answers.every((answer) => answer.text === '');
