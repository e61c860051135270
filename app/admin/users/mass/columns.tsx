import type { Column } from '@/components/data-table/column';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { changeText } from '@/lib/bulk/labels';
import type { Run } from '@/lib/bulk/queries';

/** The columns of the recent mass updates. */
export const columns: Column<Run>[] = [
  {
    id: 'change',
    header: 'Change',
    cell: (row) => <span className="truncate">{changeText(row.change, row.given)}</span>,
  },
  { id: 'users', header: 'Users', align: 'right', cell: (row) => row.size.toLocaleString('en') },
  {
    id: 'state',
    header: 'State',
    cell: (row) =>
      row.executedAt ? <Badge tone="active">Carried out</Badge> : <Badge>Previewed only</Badge>,
  },
  {
    id: 'when',
    header: 'When',
    cell: (row) => <Time at={row.executedAt ?? row.createdAt} />,
    hideBelow: 'sm',
  },
];
