import { Refusal, report } from '../scripts/lib/refusal.mjs';
import { beforeEnd, end, isEnding } from '../scripts/lib/stopping.mjs';
import { contracts } from './contracts';
import { exporting } from './export';
import { gate } from './gate';
import { importing } from './import';
import type { Outcome } from './lib/outcome';
import { list } from './list';
import { mass } from './mass';
import { revoke } from './revoke';
import { signin } from './signin';

// `npm run bench -- NAME`: progress on stderr, one JSON line at the end; code 0 when the target is met.
const BENCHES = new Map<string, () => Promise<Outcome>>([
  ['contracts', contracts],
  ['export', exporting],
  ['gate', gate],
  ['list', () => list()],
  ['import', importing],
  ['mass', mass],
  ['revoke', revoke],
  ['signin', signin],
]);

async function measure(name: string): Promise<boolean> {
  const bench = BENCHES.get(name);
  if (!bench) throw new Refusal(`npm run bench -- ${[...BENCHES.keys()].join(' | ')}`);
  let line = '';
  // Added first, so it comes last: nothing that is stopped can write after it.
  beforeEnd(() => line && console.log(line));
  const { ratio, target, ok, figures } = await bench();
  line = JSON.stringify({ bench: name, ratio, target, ok, ...figures });
  return ok;
}

try {
  await end((await measure(process.argv[2] ?? '')) ? 0 : 1);
} catch (error) {
  if (!isEnding()) report(error);
  await end(1);
}
