import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { countImportRows, frequentErrors, listImportRows } from '@/lib/imports/queries';
import { importRowsQuery } from '@/lib/imports/schema';
import { Expired } from './expired';
import { HowRead } from './how-read';
import { ImportHeader } from './import-header';
import { importOf } from './reference';
import { Result } from './result';
import { RowList } from './row-list';
import { RunForm } from './run-form';
import { Summary } from './summary';

export const metadata: Metadata = { title: 'Import' };

const TITLES = { done: 'Import result', expired: 'Import', checked: 'Check import', uploaded: '' };

export default adminPage('users.import', async (actor, { params, searchParams }) => {
  const it = await importOf(actor, params);
  const query = parseQuery(importRowsQuery, await searchParams);
  const { plan, state } = it;
  if (state === 'uploaded' || !plan) redirect(`/admin/users/import/${it.id}/columns`);
  if (state === 'expired') {
    return (
      <>
        <ImportHeader it={it} title={TITLES.expired} />
        <Expired />
      </>
    );
  }
  const [counts, frequent, rows] = await Promise.all([
    countImportRows(it),
    frequentErrors(it),
    listImportRows(it, query),
  ]);
  const isDone = state === 'done';
  // Rows are people's data: of what was done long ago the numbers alone are kept.
  const isForgotten = isDone && it.size > 0 && counts.good + counts.bad + counts.empty === 0;
  return (
    <>
      <ImportHeader it={it} title={TITLES[state]} />
      <div className="grid gap-4">
        {isDone ? (
          <Result it={it} counts={counts} isForgotten={isForgotten} />
        ) : (
          <HowRead it={it} />
        )}
        {isForgotten ? null : (
          <>
            <Summary it={it} plan={plan} counts={counts} frequent={frequent} />
            {isDone ? null : <RunForm it={it} counts={counts} />}
            <RowList it={it} plan={plan} counts={counts} rows={rows} query={query} />
          </>
        )}
      </div>
    </>
  );
});
