import { Archive, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Column } from '@/components/data-table/column';
import { Badge } from '@/components/ui/badge';
import type { ContractDetails, ContractRow, SeatHolders } from '@/lib/contracts/queries';
import type { ContractListQuery, SortedBy } from '@/lib/contracts/schema';
import { listHref } from './list-href';

function sorting(query: ContractListQuery, by: SortedBy) {
  const next = query.sort === by ? (`-${by}` as const) : by;
  const directions = { [by]: 'asc', [`-${by}`]: 'desc' } as const;
  const sorted: 'asc' | 'desc' | undefined = directions[query.sort];
  return { sortHref: listHref(query, { sort: next, page: 1 }), ...(sorted && { sorted }) };
}

const dash = <span className="text-faint">—</span>;

type StateProps = { contract: Pick<ContractDetails, 'archivedAt' | 'isPractice'> };

/** Open or archived, and whether it is for practice. */
export const StateBadges = ({ contract: { archivedAt, isPractice } }: StateProps) => (
  <span className="inline-flex gap-1.5">
    {archivedAt ? (
      <Badge tone="deactivated" icon={<Archive aria-hidden />}>
        Archived
      </Badge>
    ) : (
      <Badge tone="active" icon={<CircleCheck aria-hidden />}>
        Open
      </Badge>
    )}
    {isPractice ? <Badge>Practice</Badge> : null}
  </span>
);

function Holders({ seat: { names, count, isUncovered } }: { seat: SeatHolders }) {
  const more = count - names.length;
  return (
    <span className="flex min-w-0 items-center gap-2">
      {count === 0 ? (
        dash
      ) : (
        <span className="truncate">
          {names.join(', ')}
          {more > 0 ? ` and ${more.toLocaleString('en')} more` : null}
        </span>
      )}
      {isUncovered ? (
        <Badge tone="danger" icon={<TriangleAlert aria-hidden />}>
          None effective
        </Badge>
      ) : null}
    </span>
  );
}

/** The columns of the list; the company for who sees several. */
export const columns = (query: ContractListQuery, ofAll: boolean): Column<ContractRow>[] => [
  {
    id: 'number',
    header: 'Number',
    cell: ({ number }) => <span className="truncate">{number}</span>,
    ...sorting(query, 'number'),
  },
  { id: 'name', header: 'Name', cell: ({ name }) => name, ...sorting(query, 'name') },
  { id: 'state', header: 'State', cell: (row) => <StateBadges contract={row} /> },
  ...(ofAll
    ? [
        {
          id: 'company',
          header: 'Company',
          cell: (row: ContractRow) => row.companyName,
          ...sorting(query, 'company'),
        },
      ]
    : []),
  {
    id: 'people',
    header: 'People',
    cell: ({ people }) => people.toLocaleString('en'),
    align: 'right',
    ...sorting(query, 'people'),
  },
  { id: 'approvers', header: 'Approvers', cell: (row) => <Holders seat={row.approvers} /> },
  {
    id: 'named-managers',
    header: 'Named managers',
    cell: (row) => <Holders seat={row.namedManagers} />,
  },
  { id: 'party1', header: 'Party 1', cell: ({ party1 }) => party1 },
  { id: 'party2', header: 'Party 2', cell: ({ party2 }) => party2 },
  { id: 'currency', header: 'Currency', cell: ({ currency }) => currency },
];
