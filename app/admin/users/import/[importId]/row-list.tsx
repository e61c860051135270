import { ListChecks } from 'lucide-react';
import Link from 'next/link';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { hrefOf } from '@/components/data-table/href';
import { Pagination } from '@/components/ui/pagination';
import type { ImportCounts, ImportDetails, ImportRow } from '@/lib/imports/queries';
import { importRowsQuery, type ImportPlan, type ImportRowsQuery } from '@/lib/imports/schema';
import { columns } from './columns';

type RowListProps = {
  it: ImportDetails;
  plan: ImportPlan;
  counts: ImportCounts;
  rows: ImportRow[];
  query: ImportRowsQuery;
};

const defaults = importRowsQuery.parse({});

const tab =
  'inline-flex h-8 items-center gap-1.5 rounded-md border border-transparent px-3 text-sm hover:bg-hover ' +
  'aria-[current]:border-edge aria-[current]:bg-raised aria-[current]:font-medium';

/** The rows of the file, each cell as it was written and as it is stored, with what is wrong. */
export function RowList({ it, plan, counts, rows, query }: RowListProps) {
  const href = (change: Partial<ImportRowsQuery>) =>
    hrefOf(`/admin/users/import/${it.id}`, defaults, query, { page: 1, ...change });
  const shown = {
    all: { label: 'All rows', total: counts.good + counts.bad },
    errors: { label: 'Errors only', total: counts.bad },
  };
  return (
    <section aria-label="Rows" className="min-w-0">
      <nav aria-label="Which rows" className="mb-3 flex gap-1">
        {(['all', 'errors'] as const).map((show) => (
          <Link
            key={show}
            href={href({ show })}
            aria-current={query.show === show ? 'true' : undefined}
            className={tab}
          >
            {shown[show].label}
            <span data-tabular className="text-muted">
              {shown[show].total.toLocaleString('en')}
            </span>
          </Link>
        ))}
      </nav>
      <DataTable
        caption="Rows of the file"
        columns={columns(it, plan)}
        rows={rows}
        rowKey={({ number }) => String(number)}
        empty={
          <EmptyState
            icon={<ListChecks aria-hidden />}
            title={query.show === 'errors' ? 'No row has an error' : 'No rows here'}
            text="Every row of the file is under All rows."
          />
        }
      />
      <Pagination
        page={query.page}
        pageSize={query.size}
        total={shown[query.show].total}
        hrefFor={(page) => href({ page })}
        hrefForSize={(size) => href({ size })}
      />
    </section>
  );
}
