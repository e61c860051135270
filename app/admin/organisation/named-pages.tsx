import { Pagination } from '@/components/ui/pagination';
import type { NamedListQuery } from '@/lib/organisation/schema';
import { listHref } from './list-href';

type NamedPagesProps = { path: string; query: NamedListQuery; total: number };

/** The pages of a list by name, where there is more than the smallest of them. */
export const NamedPages = ({ path, query, total }: NamedPagesProps) =>
  total > 10 ? (
    <Pagination
      page={query.page}
      pageSize={query.size}
      total={total}
      hrefFor={(page) => listHref(path, query, { page })}
      hrefForSize={(size) => listHref(path, query, { size, page: 1 })}
    />
  ) : null;
