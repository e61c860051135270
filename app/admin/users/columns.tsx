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
import type { UserListQuery } from '@/lib/users/schema';
import { listHref } from './list-href';

type Sortable = 'name' | 'email';

function sorting(query: UserListQuery, by: Sortable) {
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

/** The columns of the people list (spec §7, as far as they exist). */
export const columns = (query: UserListQuery): Column<UserListRow>[] => [
  { id: 'name', header: 'Name', cell: (row) => <Name row={row} />, ...sorting(query, 'name') },
  { id: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  {
    id: 'email',
    header: 'E-mail',
    cell: (row) => row.email,
    ...sorting(query, 'email'),
    hideBelow: 'sm',
  },
  {
    id: 'phone',
    header: 'Phone',
    cell: (row) => (row.phone ? phoneText(row.phone) : dash),
    hideBelow: 'lg',
  },
  { id: 'company', header: 'Company', cell: (row) => row.company ?? dash, hideBelow: 'md' },
  {
    id: 'department',
    header: 'Department',
    cell: (row) => row.department ?? dash,
    hideBelow: 'lg',
  },
  { id: 'position', header: 'Position', cell: (row) => row.position ?? dash, hideBelow: 'lg' },
  {
    id: 'two-factor',
    header: 'Second factor',
    cell: (row) => <SecondFactor row={row} />,
    hideBelow: 'md',
  },
  { id: 'staff', header: 'Staff', cell: (row) => <Staff row={row} />, hideBelow: 'lg' },
  {
    id: 'activity',
    header: 'Last activity',
    cell: (row) => (row.lastActiveAt ? <Time at={row.lastActiveAt} /> : dash),
    hideBelow: 'md',
  },
];
