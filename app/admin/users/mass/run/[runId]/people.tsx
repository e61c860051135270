import { Users } from 'lucide-react';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyPage } from '@/components/data-table/empty-page';
import { FilterBar } from '@/components/data-table/filter-bar';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { OUTCOMES } from '@/lib/bulk/labels';
import { countPeople, listPeople, type Run, type Sums } from '@/lib/bulk/queries';
import type { RunQuery } from '@/lib/bulk/schema';
import type { Actor } from '@/lib/core/actor';
import type { Outcome } from '@/lib/lifecycle/outcome';
import { runHref } from '../../hrefs';
import { columns } from './columns';

type PeopleProps = { actor: Actor; run: Run; sums: Sums; query: RunQuery };

/** Everybody of a run with their outcome: searched, filtered, paged. */
export async function People({ actor, run, sums, query }: PeopleProps) {
  const known = query.outcome ? (sums[query.outcome] ?? 0) : run.size;
  const [rows, total] = await Promise.all([
    listPeople(actor, run, query),
    query.q ? countPeople(actor, run, query) : known,
  ]);
  return (
    <>
      <Filters run={run} sums={sums} query={query} />
      <DataTable
        caption="Users and their outcome"
        columns={columns(run)}
        rows={rows}
        rowKey={(row) => row.userId}
        rowHref={(row) => (row.name ? `/admin/users/${row.userId}` : null)}
        empty={<Nobody run={run} query={query} />}
      />
      <Pagination
        page={query.page}
        pageSize={query.size}
        total={total}
        hrefFor={(page) => runHref(run.id, query, { page })}
        hrefForSize={(size) => runHref(run.id, query, { size, page: 1 })}
      />
    </>
  );
}

type RunProps = Omit<PeopleProps, 'actor'>;

function Filters({ run, sums, query }: RunProps) {
  const word = (outcome: Outcome) => OUTCOMES[outcome][run.executedAt ? 'after' : 'before'];
  const without = (change: Partial<RunQuery>) => runHref(run.id, query, { ...change, page: 1 });
  return (
    <FilterBar
      path={runHref(run.id, query, { q: '', outcome: undefined, page: 1, size: 25 })}
      kept={{ size: query.size === 25 ? undefined : query.size }}
      search={{ label: 'Search these users', placeholder: 'Name, e-mail or phone', value: query.q }}
      choices={[
        {
          name: 'outcome',
          label: 'Outcome',
          any: 'Every outcome',
          value: query.outcome,
          options: (Object.keys(sums) as Outcome[]).map((value) => ({ value, label: word(value) })),
        },
      ]}
      chips={[
        ...(query.q ? [{ label: 'Search', value: query.q, href: without({ q: '' }) }] : []),
        ...(query.outcome
          ? [
              {
                label: 'Outcome',
                value: word(query.outcome),
                href: without({ outcome: undefined }),
              },
            ]
          : []),
      ]}
    />
  );
}

const Nobody = ({ run, query }: Omit<RunProps, 'sums'>) =>
  query.page > 1 ? (
    <EmptyPage
      icon={<Users aria-hidden />}
      page={query.page}
      firstHref={runHref(run.id, query, { page: 1 })}
    />
  ) : (
    <EmptyState
      icon={<Users aria-hidden />}
      title="Nobody matches"
      text="No user of this mass update matches this search and this outcome."
      action={<ButtonLink href={`/admin/users/mass/run/${run.id}`}>Show everybody</ButtonLink>}
    />
  );
