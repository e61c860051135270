import type { Column } from '@/components/data-table/column';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { Actor } from '@/lib/core/actor';
import { TASK_LABELS, uncoveredText } from '@/lib/tasks/labels';
import type { TaskRow } from '@/lib/tasks/queries';
import { SeatLinks } from '../leavers/seat-links';

/** What it is about: the contract, or the person. */
function Subject({ row }: { row: TaskRow }) {
  if (!row.contractId) {
    return (
      <span className="truncate font-medium">
        {row.person ?? <span className="text-muted">A guest of another company</span>}
      </span>
    );
  }
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="truncate font-medium">
        {row.number} {row.contractName}
      </span>
      {row.isPractice ? <Badge tone="info">Practice</Badge> : null}
    </span>
  );
}

const leavesText = ({ day, reason }: TaskRow) =>
  reason === 'dormant' ? `Counts as dormant from ${day}` : `Last day ${day}`;

/** What to do, and where. */
function About({ row }: { row: TaskRow }) {
  if (row.kind === 'contract_uncovered') {
    return <span className="whitespace-normal">{uncoveredText(row.seats)}</span>;
  }
  return (
    <span className="whitespace-normal">
      {row.day ? `${leavesText(row)}. ` : null}
      <SeatLinks seats={row.contracts} count={row.contractCount} elsewhere={0} />
    </span>
  );
}

/** The columns of the tasks; the company where there are several, and the end where they have one. */
export const columns = (actor: Actor, closed: boolean): Column<TaskRow>[] => [
  { id: 'subject', header: 'About', cell: (row) => <Subject row={row} /> },
  { id: 'kind', header: 'Task', cell: (row) => TASK_LABELS[row.kind], hideBelow: 'lg' },
  ...(closed
    ? []
    : [{ id: 'what', header: 'What to do', cell: (row: TaskRow) => <About row={row} /> }]),
  ...(actor.right === 'superuser'
    ? [
        {
          id: 'company',
          header: 'Company',
          cell: (row: TaskRow) => row.company,
          hideBelow: 'md' as const,
        },
      ]
    : []),
  { id: 'since', header: 'Since', cell: (row) => <Time at={row.openedAt} />, hideBelow: 'sm' },
  ...(closed
    ? [
        {
          id: 'closed',
          header: 'Closed',
          cell: (row: TaskRow) => (row.closedAt ? <Time at={row.closedAt} /> : null),
        },
      ]
    : []),
];
