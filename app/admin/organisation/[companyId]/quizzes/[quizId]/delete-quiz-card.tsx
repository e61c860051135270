import { peopleText } from '@/lib/organisation/labels';
import type { Quiz } from '@/lib/quizzes/queries';
import { DeleteCard } from '../../../delete-card';
import { deleteQuizAction } from '../actions';

/** Deleting a quiz: not while somebody has to take it. */
export const DeleteQuizCard = ({ quiz: { id, assigned, questions } }: { quiz: Quiz }) => (
  <DeleteCard what="quiz" held={assigned > 0} action={deleteQuizAction} hidden={{ quizId: id }}>
    {assigned > 0 ? (
      <p>
        {peopleText(assigned)} {assigned === 1 ? 'has' : 'have'} to take it. It can be deleted once
        nobody has.
      </p>
    ) : (
      <p>
        Nobody has to take it. Its {questions.length.toLocaleString('en')}{' '}
        {questions.length === 1 ? 'question goes' : 'questions go'} with it. This cannot be undone.
      </p>
    )}
  </DeleteCard>
);
