import type { Column } from '@/components/data-table/column';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { Actor } from '@/lib/core/actor';
import { REASON_LABELS } from '@/lib/leavers/labels';
import type { Leaver } from '@/lib/leavers/queries';
import { SeatLinks } from './seat-links';

const dash = <span className="text-faint">—</span>;

const Name = ({ row }: { row: Leaver }) => (
  <span className="flex min-w-0 items-center gap-2">
    <span className="truncate font-medium">{row.name}</span>
    {row.isLocked ? <Badge tone="danger">Locked</Badge> : null}
  </span>
);

const Seats = ({ row: { seats, seatCount, elsewhere } }: { row: Leaver }) =>
  seatCount + elsewhere > 0 ? (
    <SeatLinks seats={seats} count={seatCount} elsewhere={elsewhere} />
  ) : (
    dash
  );

/** The columns of those who leave; the company where there are several. */
export const columns = (actor: Actor): Column<Leaver>[] => [
  { id: 'name', header: 'Name', cell: (row) => <Name row={row} /> },
  {
    id: 'day',
    header: 'Day',
    cell: (row) => <span data-tabular>{row.day}</span>,
  },
  {
    id: 'reason',
    header: 'Why',
    hideBelow: 'sm',
    cell: (row) => (
      <Badge tone={row.hasPassed ? 'danger' : 'pending'}>{REASON_LABELS[row.reason]}</Badge>
    ),
  },
  { id: 'seats', header: 'Key person of', cell: (row) => <Seats row={row} /> },
  {
    id: 'activity',
    header: 'Last activity',
    cell: (row) => (row.lastActiveAt ? <Time at={row.lastActiveAt} /> : 'Never signed in'),
    hideBelow: 'md',
  },
  ...(actor.right === 'superuser'
    ? [
        {
          id: 'company',
          header: 'Company',
          cell: (row: Leaver) => row.company ?? dash,
          hideBelow: 'lg' as const,
        },
      ]
    : []),
];
