import { hrefOf } from '@/components/data-table/href';
import { runQuery, runsQuery, type RunQuery, type RunsQuery } from '@/lib/bulk/schema';

const runsDefaults = runsQuery.parse({});
const runDefaults = runQuery.parse({});

/** The address of the recent runs for a question, with what differs from the defaults. */
export const runsHref = (query: RunsQuery, change: Partial<RunsQuery> = {}): string =>
  hrefOf('/admin/users/mass', runsDefaults, query, change);

/** The address of a run's people for a question. */
export const runHref = (runId: string, query: RunQuery, change: Partial<RunQuery> = {}): string =>
  hrefOf(`/admin/users/mass/run/${runId}`, runDefaults, query, change);
