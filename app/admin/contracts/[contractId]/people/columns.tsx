import { Crown } from 'lucide-react';
import Link from 'next/link';
import type { Column } from '@/components/data-table/column';
import { Badge } from '@/components/ui/badge';
import { StatusBadge } from '@/components/ui/status-badge';
import { holds, sees } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';
import { EMAIL_LABELS, SEAT_LABELS } from '@/lib/contracts/assignments/labels';
import { SEATS, seatsHeld, thresholdText } from '@/lib/contracts/assignments/policy';
import type { AssignmentRow } from '@/lib/contracts/assignments/queries';
import type { EditableRow } from './assignment-fields';

/** Whose list it is: a contract's people, or a person's contracts. */
export type About = 'contract' | 'person';

/** Where a row leads whoever may go there. */
export function hrefOfRow(actor: Actor, about: About, row: AssignmentRow): string | null {
  if (about === 'person') {
    return holds(actor, 'contracts.read') ? `/admin/contracts/${row.contractId}` : null;
  }
  const isOpen = holds(actor, 'users.read') && sees(actor, { companyId: row.companyId });
  return isOpen ? `/admin/users/${row.userId}` : null;
}

const dash = <span className="text-faint">—</span>;

const FIRST: Record<About, Column<EditableRow>[]> = {
  contract: [
    {
      id: 'name',
      header: 'Name',
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium" title={row.email}>
            {row.name}
          </span>
          {row.status === 'active' ? null : <StatusBadge status={row.status} />}
        </span>
      ),
    },
    { id: 'company', header: 'Company', cell: ({ company }) => company ?? dash, hideBelow: 'lg' },
  ],
  person: [
    {
      id: 'number',
      header: 'Contract',
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">{row.number}</span>
          {row.isArchived ? <Badge>Archived</Badge> : null}
          {row.isPractice ? <Badge tone="info">Practice</Badge> : null}
        </span>
      ),
    },
    { id: 'name', header: 'Name', cell: ({ contractName }) => contractName, hideBelow: 'md' },
  ],
};

const SHARED: Column<EditableRow>[] = [
  {
    id: 'active',
    header: 'Active',
    cell: ({ isActive }) =>
      isActive ? <Badge tone="active">Active</Badge> : <Badge tone="deactivated">Inactive</Badge>,
  },
  { id: 'party', header: 'Party', cell: ({ party }) => party },
  { id: 'role', header: 'Role', cell: ({ role }) => role },
  {
    id: 'threshold',
    header: 'Threshold',
    align: 'right',
    cell: ({ threshold, currency }) => (
      <span data-tabular>
        {thresholdText(threshold, currency)} <span className="text-muted">{currency}</span>
      </span>
    ),
  },
  { id: 'email', header: 'E-mail', cell: ({ emailSetting }) => EMAIL_LABELS[emailSetting] },
  { id: 'seats', header: 'Approver, named manager', cell: (row) => <Seats row={row} /> },
];

/** Their seats, which make a key person of them, and the way to put another in their place. */
function Seats({ row }: { row: EditableRow }) {
  const seats = SEATS.filter((seat) => (seat === 'approver' ? row.isApprover : row.isNamedManager));
  if (seats.length === 0) return dash;
  const isKey = seatsHeld(row).length > 0;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Badge {...(isKey && { tone: 'info', icon: <Crown aria-label="Key person" /> })}>
        {seats.map((seat) => SEAT_LABELS[seat]).join(', ')}
      </Badge>
      {isKey && row.editable.includes('isApprover') ? (
        <Link
          href={`/admin/contracts/${row.contractId}/people/${row.userId}/replace`}
          className="rounded-sm py-0.5 underline underline-offset-2"
        >
          Replace<span className="sr-only"> {row.name}</span>
        </Link>
      ) : null}
    </span>
  );
}

export const columnsOf = (about: About): Column<EditableRow>[] => [...FIRST[about], ...SHARED];
