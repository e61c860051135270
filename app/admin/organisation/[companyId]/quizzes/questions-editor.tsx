'use client';

import { Plus } from 'lucide-react';
import { useContext } from 'react';
import { Button } from '@/components/ui/button';
import { FormContext } from '@/components/ui/field-context';
import { MOST_ANSWERS, MOST_QUESTIONS, questionsIn, type Question } from '@/lib/quizzes/policy';
import { QuestionFields } from './question-fields';
import { useQuestions } from './use-questions';

/**
 * The questions of a quiz, to change, add, move and remove. Before scripts have loaded it is a plain
 * form of what is there and one question more: what is left empty is left out.
 */
export function QuestionsEditor({ questions }: { questions: Question[] }) {
  // After an error without scripts the page is drawn anew, from what was sent.
  const typed = useContext(FormContext)?.values;
  const editor = useQuestions(typed ? questionsIn(typed) : questions);
  return (
    <fieldset className="grid gap-4 border-t pt-5">
      <legend className="float-left mb-1 w-full font-semibold">Questions</legend>
      <p className="text-sm text-muted">
        Tick every right answer. Answers and questions left empty are left out; up to{' '}
        {MOST_QUESTIONS} questions with {MOST_ANSWERS} answers each.
      </p>
      {editor.questions.map((question, at) => (
        <QuestionFields
          key={question.key}
          question={question}
          at={at}
          count={editor.questions.length}
          editor={editor}
        />
      ))}
      {editor.questions.length < MOST_QUESTIONS ? (
        <div>
          <Button onClick={editor.add}>
            <Plus aria-hidden /> Add question
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
