// @ts-check
// `npm run keys:rotate`: seals the secrets of second factors anew with the first of ENCRYPTION_KEYS.
// To change the key: put a new one in front, restart the servers, run this, then drop the old one.
// Works beside a running server, or starts the embedded database for as long as it takes.
import path from 'node:path';
import { ensureInstalled, loadTypeScript } from './lib/install.mjs';
import { Refusal, report } from './lib/refusal.mjs';
import { beforeEnd, end, isEnding } from './lib/stopping.mjs';

try {
  if (process.argv.length > 2) throw new Refusal('Usage: npm run keys:rotate');
  const dataDir = path.resolve(process.env.DATA_DIR || '.data');
  await ensureInstalled();
  await loadTypeScript();
  const { adoptSettings } = await import('./lib/settings');
  const { openDatabase } = await import('./lib/open-database');
  const { url, stop } = await openDatabase(dataDir);
  beforeEnd(stop);
  adoptSettings(dataDir, url);
  const { rotateKeys } = await import('./lib/keys');
  const { done, left, unreadable } = await rotateKeys(url, console.error);
  console.log(`${done} done, ${left} left, ${unreadable} unreadable.`);
  if (unreadable > 0) {
    console.error(
      'Unreadable: altered, or sealed with a key that ENCRYPTION_KEYS no longer has. Put that key back and run this again, or reset these second factors.',
    );
  }
  if (left > 0) {
    console.error('Left: a server still seals with an older key. Restart it, then run this again.');
  }
  await end(left + unreadable > 0 ? 1 : 0);
} catch (error) {
  if (!isEnding()) report(error);
  await end(1);
}
