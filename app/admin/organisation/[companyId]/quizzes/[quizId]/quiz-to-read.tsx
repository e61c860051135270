import { Check } from 'lucide-react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { Quiz } from '@/lib/quizzes/queries';

/** A quiz with its right answers, for who may read it alone. */
export const QuizToRead = ({ quiz: { passMark, questions } }: { quiz: Quiz }) => (
  <Card>
    <CardHeader title={`Pass mark ${passMark} %`} />
    <CardBody>
      <ol className="grid list-decimal gap-4 pl-5">
        {questions.map(({ text, answers }, question) => (
          <li key={question}>
            <p className="font-medium wrap-anywhere">{text}</p>
            <ul className="mt-1 grid gap-1">
              {answers.map((answer, place) => (
                <li key={place} className="flex items-center gap-2 wrap-anywhere">
                  {answer.text}
                  {answer.isRight ? (
                    <span className="flex items-center gap-1 text-sm text-state-active">
                      <Check aria-hidden className="size-3.5" /> right
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </CardBody>
  </Card>
);
