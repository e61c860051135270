import { mapImport, runImport, uploadImport } from '@/lib/imports/commands';
import { guessColumns } from '@/lib/imports/guess';
import { answerQuestions } from './child';
import { ticks } from './figures';
import type { Imported, ImportOrder } from './import';
import { SUPERUSER } from './people';

/** The longest that nothing else of this process had its turn. */
function watchLoop() {
  let longest = 0;
  let last = ticks();
  const timer = setInterval(() => {
    longest = Math.max(longest, ticks() - last - 5);
    last = ticks();
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

answerQuestions(async ({ file }: ImportOrder): Promise<Imported> => {
  const upload = { encoding: 'auto', delimiter: 'auto', sheet: '' } as const;
  const content = new File([file], 'people.csv');
  const columns = guessColumns(file.slice(0, file.indexOf('\r\n')).split(','));
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const blocked = watchLoop();
  const began = ticks();
  const importId = await uploadImport(SUPERUSER, { file: content, ...upload });
  const uploaded = ticks();
  const plan = { companyId: null, dateOrder: null, country: null };
  const ticked = { groupsFromRoles: true, createMissing: false };
  const counts = await mapImport(SUPERUSER, { importId, columns, ...plan, ...ticked });
  const checked = ticks();
  const created = await runImport(SUPERUSER, {
    importId,
    ...counts,
    skipBad: false,
    invite: 'none',
  });
  const ended = ticks();
  clearInterval(sampling);
  return {
    created,
    upload: uploaded - began,
    check: checked - uploaded,
    create: ended - checked,
    blocked: blocked(),
    moreMemory: peak - before,
  };
});
