import type { Column } from '@/components/data-table/column';
import type { QuizRow } from '@/lib/quizzes/queries';

/** The columns of the list of quizzes. */
export const columns: Column<QuizRow>[] = [
  { id: 'title', header: 'Title', cell: ({ title }) => <span className="truncate">{title}</span> },
  {
    id: 'questions',
    header: 'Questions',
    cell: ({ questions }) => questions.toLocaleString('en'),
    align: 'right',
    hideBelow: 'sm',
  },
  {
    id: 'pass-mark',
    header: 'Pass mark',
    cell: ({ passMark }) => `${passMark} %`,
    align: 'right',
    hideBelow: 'sm',
  },
  {
    id: 'assigned',
    header: 'Assigned to',
    cell: ({ assigned }) => assigned.toLocaleString('en'),
    align: 'right',
  },
];
