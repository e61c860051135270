import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { OUTCOMES } from '@/lib/bulk/labels';
import type { Run, Sums as SumsOfRun } from '@/lib/bulk/queries';
import type { RunQuery } from '@/lib/bulk/schema';
import type { Outcome } from '@/lib/lifecycle/outcome';
import { runHref } from '../../hrefs';

type SumsProps = { run: Run; sums: SumsOfRun; query: RunQuery };

const look = (outcome: Outcome) =>
  outcome === 'done'
    ? 'text-state-active'
    : outcome === 'already'
      ? 'text-muted'
      : 'text-state-pending';

/** How many will change, are so already, or are refused and why; each leads to those people. */
export function Sums({ run, sums, query }: SumsProps) {
  const entries = Object.entries(sums) as [Outcome, number][];
  return (
    <ul aria-label="Outcomes" className="mb-4 grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
      {entries.map(([outcome, people]) => {
        const { before, after, why } = OUTCOMES[outcome];
        const chosen = query.outcome === outcome;
        return (
          <li key={outcome}>
            <Link
              href={runHref(run.id, query, { outcome: chosen ? undefined : outcome, page: 1 })}
              aria-current={chosen ? 'true' : undefined}
              className="block h-full rounded-lg border bg-surface px-4 py-3 hover:bg-hover aria-[current]:border-accent"
            >
              <span data-tabular className={cn('block text-xl font-semibold', look(outcome))}>
                {people.toLocaleString('en')}
              </span>
              <span className="block font-medium">{run.executedAt ? after : before}</span>
              {why ? <span className="block text-sm text-muted">{why}</span> : null}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
