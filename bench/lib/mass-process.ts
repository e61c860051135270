import { executeRun, freezeSelection, previewRun } from '@/lib/bulk/commands';
import { getRun, summaryOf } from '@/lib/bulk/queries';
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

async function done(runId: string): Promise<number> {
  return (await summaryOf(await getRun(SUPERUSER, runId))).done ?? 0;
}

answerQuestions(async ({ companyId }: MassOrder): Promise<MassLocked> => {
  const idleMb = process.memoryUsage.rss() / MB / MB;
  const question = companyId ? `company=${companyId}` : '';
  const [freeze, listId] = await timed(() => freezeSelection(SUPERUSER, { all: 'true', question }));
  const change = { field: 'locked', value: 'lock', reason: 'Measured by the bench' } as const;
  const [preview, runId] = await timed(() => previewRun(SUPERUSER, { listId, ...change }));
  const count = String(await done(runId));
  const [execute] = await timed(() => executeRun(SUPERUSER, { runId, count }));
  const peakMb = process.resourceUsage().maxRSS / MB;
  return { freeze, preview, execute, done: await done(runId), idleMb, peakMb };
});
