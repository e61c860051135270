'use client';

import { Plus } from 'lucide-react';
import { Field } from '@/components/form/field';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import { MOST_ANSWERS, questionField } from '@/lib/quizzes/policy';
import { AnswerFields } from './answer-fields';
import { MoveButtons } from './move-buttons';
import type { EditedQuestion, QuestionsEditor } from './use-questions';

type QuestionFieldsProps = {
  question: EditedQuestion;
  at: number;
  /** How many questions there are. */
  count: number;
  editor: QuestionsEditor;
};

/** One question: its text, its answers, its place among the others. */
export function QuestionFields({ question, at, count, editor }: QuestionFieldsProps) {
  const { text, answers } = question;
  return (
    <section aria-label={`Question ${at + 1}`} className="rounded-md border bg-canvas p-3">
      <Field label={`Question ${at + 1}`} name={questionField(at)}>
        <Textarea
          rows={2}
          maxLength={300}
          value={text}
          onChange={({ target }) => editor.setText(at, target.value)}
        />
      </Field>
      <ul className="mt-3 grid gap-2">
        {answers.map((answer, place) => (
          <AnswerFields
            key={answer.key}
            answer={answer}
            at={at}
            place={place}
            count={answers.length}
            editor={editor}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
        {answers.length < MOST_ANSWERS ? (
          <Button size="sm" variant="ghost" onClick={() => editor.addAnswer(at)}>
            <Plus aria-hidden /> Add answer
          </Button>
        ) : (
          <span />
        )}
        <MoveButtons
          what={`question ${at + 1}`}
          at={at}
          count={count}
          onMove={(to) => editor.move(at, to)}
          onRemove={() => editor.remove(at)}
        />
      </div>
    </section>
  );
}
