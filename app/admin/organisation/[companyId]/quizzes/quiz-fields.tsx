import { Field } from '@/components/form/field';
import { Input } from '@/components/ui/input';
import type { Question } from '@/lib/quizzes/policy';
import { QuestionsEditor } from './questions-editor';

type QuizFieldsProps = { quiz?: { title: string; passMark: number; questions: Question[] } };

/** Title, pass mark and questions of a quiz. */
export const QuizFields = ({ quiz }: QuizFieldsProps) => (
  <>
    <Field label="Title" name="title" required>
      <Input autoComplete="off" maxLength={200} defaultValue={quiz?.title ?? ''} />
    </Field>
    <Field
      label="Pass mark, percent"
      name="passMark"
      required
      hint="The share of questions that has to be answered rightly: all right answers of a question, and no other."
    >
      <Input
        type="number"
        inputMode="numeric"
        min={1}
        max={100}
        step={1}
        defaultValue={quiz?.passMark ?? 80}
        className="max-w-30"
      />
    </Field>
    <QuestionsEditor questions={quiz?.questions ?? []} />
  </>
);
