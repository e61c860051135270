import { hrefOf } from '@/components/data-table/href';
import { leaverListQuery, type LeaverListQuery } from '@/lib/leavers/schema';

const defaults = leaverListQuery.parse({});

/** The address of the leavers for a question, with what differs from the defaults. */
export const listHref = (query: LeaverListQuery, change: Partial<LeaverListQuery> = {}): string =>
  hrefOf('/admin/leavers', defaults, query, change);
