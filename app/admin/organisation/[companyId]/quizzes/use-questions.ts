'use client';

import { useRef, useState } from 'react';
import {
  isBlank,
  MOST_ANSWERS,
  MOST_QUESTIONS,
  type Answer,
  type Question,
} from '@/lib/quizzes/policy';

type Keyed<T> = T & { key: number };
export type EditedAnswer = Keyed<Answer>;
export type EditedQuestion = Keyed<{ text: string; answers: EditedAnswer[] }>;

const FIRST_ANSWERS = 4;
const blankAnswers = (count: number): Answer[] =>
  Array.from({ length: count }, () => ({ text: '', isRight: false }));

/** As shown at first: each question with room for answers, and room for one question more. */
function withRoom(questions: Question[]): Question[] {
  const last = questions.at(-1);
  const more = !last || (!isBlank(last) && questions.length < MOST_QUESTIONS);
  const all = more ? [...questions, { text: '', answers: [] }] : questions;
  return all.map(({ text, answers }) => ({
    text,
    answers: [...answers, ...blankAnswers(Math.max(0, FIRST_ANSWERS - answers.length))],
  }));
}

const moved = <T>(list: T[], from: number, to: number): T[] => {
  const rest = list.toSpliced(from, 1);
  const item = list[from];
  return item === undefined || to < 0 || to >= list.length ? list : rest.toSpliced(to, 0, item);
};

export type QuestionsEditor = ReturnType<typeof useQuestions>;

/** The questions as they are typed; each keeps its key while it moves, and so its focus. */
export function useQuestions(initial: Question[]) {
  const [questions, setQuestions] = useState(() => keyed(withRoom(initial)));
  const next = useRef(1000);
  const newKey = () => (next.current += 1);

  const change = (at: number, part: Partial<EditedQuestion>) =>
    setQuestions((all) => all.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const answersOf = (at: number) => questions[at]?.answers ?? [];

  return {
    questions,
    add: () =>
      setQuestions((all) => [
        ...all,
        {
          key: newKey(),
          text: '',
          answers: blankAnswers(FIRST_ANSWERS).map((answer) => ({ ...answer, key: newKey() })),
        },
      ]),
    remove: (at: number) => setQuestions((all) => all.toSpliced(at, 1)),
    move: (at: number, to: number) => setQuestions((all) => moved(all, at, to)),
    setText: (at: number, text: string) => change(at, { text }),
    addAnswer: (at: number) =>
      change(at, {
        answers: [...answersOf(at), { key: newKey(), text: '', isRight: false }].slice(
          0,
          MOST_ANSWERS,
        ),
      }),
    removeAnswer: (at: number, answer: number) =>
      change(at, { answers: answersOf(at).toSpliced(answer, 1) }),
    moveAnswer: (at: number, answer: number, to: number) =>
      change(at, { answers: moved(answersOf(at), answer, to) }),
    setAnswer: (at: number, answer: number, part: Partial<Answer>) =>
      change(at, {
        answers: answersOf(at).map((one, index) => (index === answer ? { ...one, ...part } : one)),
      }),
  };
}

function keyed(questions: Question[]): EditedQuestion[] {
  return questions.map(({ text, answers }, at) => ({
    key: at,
    text,
    answers: answers.map((answer, place) => ({ ...answer, key: place })),
  }));
}
