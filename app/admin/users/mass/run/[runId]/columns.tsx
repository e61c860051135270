import type { Column } from '@/components/data-table/column';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { OUTCOMES } from '@/lib/bulk/labels';
import type { Run, RunPerson } from '@/lib/bulk/queries';
import type { Outcome } from '@/lib/lifecycle/outcome';

const dash = <span className="text-faint">—</span>;

const tone = (outcome: Outcome): BadgeTone =>
  outcome === 'done' ? 'active' : outcome === 'already' ? 'neutral' : 'pending';

/** The columns of a run's people; who went out of sight has no name. */
export const columns = (run: Run): Column<RunPerson>[] => [
  {
    id: 'name',
    header: 'Name',
    cell: (row) =>
      row.name ? (
        <span className="truncate font-medium">{row.name}</span>
      ) : (
        <span className="text-muted">Not in your scope, or gone</span>
      ),
  },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: ({ outcome }) => (
      <Badge tone={tone(outcome)}>{OUTCOMES[outcome][run.executedAt ? 'after' : 'before']}</Badge>
    ),
  },
  {
    id: 'email',
    header: 'E-mail',
    cell: (row) => (row.email ? <span className="truncate">{row.email}</span> : dash),
    hideBelow: 'sm',
  },
  {
    id: 'company',
    header: 'Company',
    cell: (row) => row.company ?? dash,
    hideBelow: 'md',
  },
];
