import { Suspense } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { Skeleton } from '@/components/ui/skeleton';
import type { UserListQuery } from '@/lib/users/schema';
import { listHref } from './list-href';

/** How many match; null when they could not be counted. */
type Total = Promise<number | null>;

/** The exact count beside the title, as soon as it is there. */
export const Count = ({ total }: { total: Total }) => (
  <Suspense>
    <Counted total={total} />
  </Suspense>
);

const Counted = async ({ total }: { total: Total }) => (await total)?.toLocaleString('en');

type PagesProps = { query: UserListQuery; total: Total };

/** Where in the list one is; the rows do not wait for it. */
export const Pages = (props: PagesProps) => (
  <Suspense key={listHref(props.query)} fallback={<Skeleton className="mt-3 ml-auto h-7 w-60" />}>
    <Paged {...props} />
  </Suspense>
);

async function Paged({ query, total: counting }: PagesProps) {
  const total = await counting;
  if (total === null) return <Uncounted query={query} />;
  return (
    <Pagination
      page={query.page}
      pageSize={query.size}
      total={total}
      hrefFor={(page) => listHref(query, { page })}
      hrefForSize={(size) => listHref(query, { size, page: 1 })}
    />
  );
}

const Uncounted = ({ query }: { query: UserListQuery }) => (
  <p className="flex items-center justify-end gap-3 pt-3 text-sm text-muted">
    They could not be counted in time.
    <ButtonLink size="sm" href={listHref(query)}>
      Try again
    </ButtonLink>
  </p>
);
