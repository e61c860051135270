// @ts-check
// `npm test`, on a machine with nothing but Node: installs what the tests need and runs them all.
// `--quick` (npm run check) leaves out what needs a build and a browser.
import { parseArgs } from 'node:util';
import { ensureInstalled, loadTypeScript } from './lib/install.mjs';
import { report } from './lib/refusal.mjs';
import { end, isEnding } from './lib/stopping.mjs';

try {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  await ensureInstalled();
  await loadTypeScript();
  const { runTests } = await import('./lib/run-tests');
  const failed = await runTests(values.quick);
  await end(failed > 0 ? 1 : 0);
} catch (error) {
  if (!isEnding()) {
    report(error);
    console.log('0 passed, 1 failed');
  }
  await end(1);
}
