// @ts-check
// `npm run bench -- NAME`: installs what is missing, then measures.
import { ensureInstalled, loadTypeScript } from './lib/install.mjs';
import { report } from './lib/refusal.mjs';
import { end, isEnding } from './lib/stopping.mjs';

try {
  await ensureInstalled();
  await loadTypeScript();
  await import('../bench/run');
} catch (error) {
  if (!isEnding()) report(error);
  await end(1);
}
