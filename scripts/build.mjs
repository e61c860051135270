// @ts-check
// `npm run build`: what `npm start` does by itself, where the building is done ahead of time.
import { ensureInstalled, loadTypeScript } from './lib/install.mjs';
import { report } from './lib/refusal.mjs';
import { end, isEnding } from './lib/stopping.mjs';

try {
  await ensureInstalled();
  await loadTypeScript();
  const { ensureBuilt } = await import('./lib/build');
  await ensureBuilt();
  await end(0);
} catch (error) {
  if (!isEnding()) report(error);
  await end(1);
}
