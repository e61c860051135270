import { executeRun, freezeSelection, previewRun } from '@/lib/bulk/commands';
import { getRun, listPeople, summaryOf } from '@/lib/bulk/queries';
import { changeToPreview, runQuery } from '@/lib/bulk/schema';
import { answerQuestions } from './child';
import { ticks } from './figures';
import type { MassLocked, MassOrder } from './mass';
import { SUPERUSER } from './people';

const MB = 1024; // of kilobytes

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = ticks();
  const result = await work();
  return [ticks() - began, result];
}

const CHANGES = {
  lock: { field: 'locked', value: 'lock', reason: 'Measured by the bench' },
  deactivate: { field: 'active', value: 'deactivate' },
};

const MANY = 1000;

async function resultOf(runId: string): Promise<Pick<MassLocked, 'done' | 'keyPersons'>> {
  const run = await getRun(SUPERUSER, runId);
  const query = { ...runQuery.parse({}), outcome: 'key-person' as const, size: MANY };
  const [sums, refused] = [await summaryOf(run), await listPeople(SUPERUSER, run, query)];
  return { done: sums.done, keyPersons: refused.map(({ email }) => email ?? 'nobody') };
}

answerQuestions(async ({ companyId, deed = 'lock' }: MassOrder): Promise<MassLocked> => {
  const idleMb = process.memoryUsage.rss() / MB / MB;
  const question = companyId ? `company=${companyId}` : '';
  const [freeze, listId] = await timed(() => freezeSelection(SUPERUSER, { all: 'true', question }));
  const change = changeToPreview.parse({ listId, ...CHANGES[deed] });
  const [preview, runId] = await timed(() => previewRun(SUPERUSER, change));
  const count = String((await resultOf(runId)).done);
  const [execute] = await timed(() => executeRun(SUPERUSER, { runId, count }));
  const peakMb = process.resourceUsage().maxRSS / MB;
  return { freeze, preview, execute, ...(await resultOf(runId)), idleMb, peakMb };
});
