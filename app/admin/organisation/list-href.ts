import { hrefOf } from '@/components/data-table/href';
import { namedListQuery, type NamedListQuery } from '@/lib/organisation/schema';

const defaults = namedListQuery.parse({});

/** The address of a list by name for a question, with what differs from the defaults. */
export const listHref = (
  path: string,
  query: NamedListQuery,
  change: Partial<NamedListQuery> = {},
): string => hrefOf(path, defaults, query, change);
