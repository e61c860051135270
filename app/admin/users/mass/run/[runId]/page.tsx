import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';
import { ExportButton } from '@/app/admin/exports/export-button';
import { holds } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse, parseQuery } from '@/lib/auth/parse';
import { changeText } from '@/lib/bulk/labels';
import { getRun, summaryOf, type Run } from '@/lib/bulk/queries';
import { runQuery, runReference } from '@/lib/bulk/schema';
import { usersText } from '../../users-text';
import { Confirm } from './confirm';
import { KeyPersons } from './key-persons';
import { LateMatches } from './late-matches';
import { People } from './people';
import { Sums } from './sums';

export const metadata: Metadata = { title: 'Mass Update' };

// One address from the preview to the result: sent again, it shows the same (spec §8).
export default adminPage('users.update', async (actor, { params, searchParams }) => {
  const { runId } = parse(runReference, await params);
  const query = parseQuery(runQuery, await searchParams);
  const run = await getRun(actor, runId);
  const sums = await summaryOf(run);
  const mayExport = run.executedAt && holds(actor, 'users.export');
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Users', href: '/admin/users' },
          { label: 'Mass updates', href: '/admin/users/mass' },
          { label: run.executedAt ? 'Result' : 'Preview' },
        ]}
        title={titleOf(run)}
        count={usersText(run.size)}
        description={changeText(run.change, run.given)}
        actions={mayExport ? <ExportButton href={`/api/users/mass?runId=${run.id}`} /> : null}
      />
      <Sums run={run} sums={sums} query={query} />
      {run.executedAt ? (
        <Suspense fallback={<Skeleton className="mb-4 h-11" />}>
          <LateMatches actor={actor} run={run} />
        </Suspense>
      ) : (
        <Confirm run={run} sums={sums} />
      )}
      <KeyPersons actor={actor} run={run} sums={sums} />
      <People actor={actor} run={run} sums={sums} query={query} />
    </>
  );
});

function titleOf({ change, executedAt }: Run): string {
  const deactivates = change.field === 'active' && change.value === 'deactivate';
  const name = deactivates ? 'Deactivate Users' : 'Mass Update';
  return executedAt ? `${name}: result` : name;
}
