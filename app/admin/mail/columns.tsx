import type { Column } from '@/components/data-table/column';
import { Time } from '@/components/ui/time';
import { mailKind } from '@/lib/mail/labels';
import type { MailRow } from '@/lib/mail/queries';
import { Retry } from './retry';
import { MailStateBadge } from './state-badge';

const dash = <span className="text-faint">—</span>;

function Next({ row }: { row: MailRow }) {
  if (row.state !== 'queued') return dash;
  return row.nextAt ? <Time at={row.nextAt} /> : 'Now';
}

/** What a mail server said, whole on hover. */
const LastError = ({ text }: { text: string | null }) =>
  text ? (
    <span title={text} className="block truncate">
      {text}
    </span>
  ) : (
    dash
  );

/** What became of it; where that is nothing, the way to try again beside it. */
const State = ({ row, mayRetry }: { row: MailRow; mayRetry: boolean }) => (
  <span className="flex items-center gap-2">
    <MailStateBadge state={row.state} />
    {mayRetry && row.state === 'failed' ? <Retry mail={row} /> : null}
  </span>
);

function Attempts({ row: { attempts, triedAt } }: { row: MailRow }) {
  if (!triedAt) return dash;
  return (
    <>
      {attempts} · <Time at={triedAt} />
    </>
  );
}

/** The columns of the outbox; who may retry finds the button where a mail failed. */
export const columns = (mayRetry: boolean): Column<MailRow>[] => [
  {
    id: 'to',
    header: 'To',
    cell: (row) => <span className="truncate">{row.toAddress}</span>,
  },
  { id: 'state', header: 'State', cell: (row) => <State row={row} mayRetry={mayRetry} /> },
  { id: 'kind', header: 'Mail', cell: (row) => mailKind(row.template), hideBelow: 'sm' },
  {
    id: 'queued',
    header: 'Queued',
    cell: (row) => <Time at={row.createdAt} />,
    hideBelow: 'md',
  },
  {
    id: 'attempts',
    header: 'Attempts, the last',
    cell: (row) => <Attempts row={row} />,
    hideBelow: 'lg',
  },
  { id: 'next', header: 'Next attempt', cell: (row) => <Next row={row} />, hideBelow: 'lg' },
  {
    id: 'error',
    header: 'Last error',
    cell: (row) => <LastError text={row.lastError} />,
    hideBelow: 'md',
  },
];
