import { Check, ShieldAlert, ShieldCheck } from 'lucide-react';
import type { Column } from '@/components/data-table/column';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { StatusBadge } from '@/components/ui/status-badge';
import { Time } from '@/components/ui/time';
import { RIGHT_LABELS } from '@/lib/access/rights';
import { phoneText } from '@/lib/core/input';
import { photoAddress } from '@/lib/photos/policy';
import type { UserListRow } from '@/lib/users/queries';
import type { SortedBy, UserListQuery } from '@/lib/users/schema';
import { listHref } from './list-href';

function sorting(query: UserListQuery, by: SortedBy) {
  const next = query.sort === by ? (`-${by}` as const) : by;
  const directions = { [by]: 'asc', [`-${by}`]: 'desc' } as const;
  const sorted: 'asc' | 'desc' | undefined = directions[query.sort];
  return { sortHref: listHref(query, { sort: next, page: 1 }), ...(sorted && { sorted }) };
}

const dash = <span className="text-faint">—</span>;

function Name({ row }: { row: UserListRow }) {
  const name = `${row.firstName} ${row.lastName}`;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar
        name={name}
        colour={row.colour}
        photoUrl={photoAddress(row.id, row.photo)}
        size="sm"
      />
      <span className="truncate font-medium">{name}</span>
      {row.source === 'directory' ? <Badge tone="info">AD</Badge> : null}
    </span>
  );
}

function SecondFactor({ row }: { row: UserListRow }) {
  if (row.twoFactor === 'off') return dash;
  return row.twoFactor === 'on' ? (
    <Badge tone="active" icon={<ShieldCheck aria-hidden />}>
      On
    </Badge>
  ) : (
    <Badge tone="pending" icon={<ShieldAlert aria-hidden />}>
      Required
    </Badge>
  );
}

function Staff({ row }: { row: UserListRow }) {
  if (!row.isStaff) return dash;
  return row.right ? (
    RIGHT_LABELS[row.right]
  ) : (
    <span className="inline-flex items-center gap-1">
      <Check aria-hidden className="size-3.5" /> Staff
    </span>
  );
}

type Shown = Column<UserListRow> & { header: string; sortedBy?: SortedBy };

// Every column of spec §7; the first always shows.
const COLUMNS: Shown[] = [
  { id: 'name', header: 'Name', cell: (row) => <Name row={row} />, sortedBy: 'name' },
  { id: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { id: 'email', header: 'E-mail', cell: (row) => row.email, sortedBy: 'email' },
  { id: 'phone', header: 'Phone', cell: (row) => (row.phone ? phoneText(row.phone) : dash) },
  { id: 'company', header: 'Company', cell: (row) => row.company ?? dash, sortedBy: 'company' },
  {
    id: 'department',
    header: 'Department',
    cell: (row) => row.department ?? dash,
    sortedBy: 'department',
  },
  { id: 'position', header: 'Position', cell: (row) => row.position ?? dash, sortedBy: 'position' },
  { id: 'two-factor', header: 'Second factor', cell: (row) => <SecondFactor row={row} /> },
  { id: 'staff', header: 'Staff', cell: (row) => <Staff row={row} /> },
  {
    id: 'activity',
    header: 'Last activity',
    cell: (row) => (row.lastActiveAt ? <Time at={row.lastActiveAt} /> : 'Never'),
    sortedBy: 'activity',
  },
  { id: 'start', header: 'Start date', cell: (row) => row.startDate ?? dash, sortedBy: 'start' },
  { id: 'end', header: 'End date', cell: (row) => row.endDate ?? dash, sortedBy: 'end' },
];

/** What can be hidden, in the order of the list. */
export const hideable = COLUMNS.slice(1).map(({ id, header }) => ({ id, label: header }));

/** The columns of the people list without the hidden ones, each with how its head sorts. */
export const columns = (query: UserListQuery, hidden: string[]): Column<UserListRow>[] =>
  COLUMNS.filter(({ id }, index) => index === 0 || !hidden.includes(id)).map(
    ({ sortedBy, ...column }) => ({ ...column, ...(sortedBy && sorting(query, sortedBy)) }),
  );
