'use client';

import { useContext } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { FormContext } from '@/components/ui/field-context';
import { Input } from '@/components/ui/input';
import { answerField, rightField } from '@/lib/quizzes/policy';
import { MoveButtons } from './move-buttons';
import type { EditedAnswer, QuestionsEditor } from './use-questions';

type AnswerFieldsProps = {
  answer: EditedAnswer;
  /** Of the question. */
  at: number;
  place: number;
  count: number;
  editor: QuestionsEditor;
};

/** One answer: is it right, its text, its place among the others. */
export function AnswerFields({ answer, at, place, count, editor }: AnswerFieldsProps) {
  const form = useContext(FormContext);
  const name = answerField(at, place);
  const label = `answer ${place + 1} of question ${at + 1}`;
  const error = form?.fields[name];
  const id = form ? `${form.id}-${name}` : undefined;
  return (
    <li>
      <div className="flex items-center gap-1.5">
        <Checkbox
          name={rightField(at, place)}
          aria-label={`Right: ${label}`}
          checked={answer.isRight}
          onChange={({ target }) => editor.setAnswer(at, place, { isRight: target.checked })}
        />
        <Input
          id={id}
          name={name}
          aria-label={`Text of ${label}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          placeholder={`Answer ${place + 1}`}
          autoComplete="off"
          maxLength={150}
          value={answer.text}
          onChange={({ target }) => editor.setAnswer(at, place, { text: target.value })}
        />
        <MoveButtons
          what={label}
          at={place}
          count={count}
          onMove={(to) => editor.moveAnswer(at, place, to)}
          onRemove={() => editor.removeAnswer(at, place)}
        />
      </div>
      {error ? (
        <p id={`${id}-error`} className="mt-1 ml-7.5 text-sm text-state-danger">
          {error}
        </p>
      ) : null}
    </li>
  );
}
