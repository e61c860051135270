import type { Column } from '@/components/data-table/column';
import { Time } from '@/components/ui/time';
import type { CompanyRow } from '@/lib/organisation/queries';

/** The columns of the list of companies. */
export const columns: Column<CompanyRow>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => <span className="truncate">{name}</span> },
  { id: 'zone', header: 'Time zone', cell: ({ timeZone }) => timeZone, hideBelow: 'sm' },
  {
    id: 'people',
    header: 'People',
    cell: ({ people }) => people.toLocaleString('en'),
    align: 'right',
  },
  {
    id: 'created',
    header: 'Created',
    cell: ({ createdAt }) => <Time at={createdAt} />,
    hideBelow: 'sm',
  },
];
