// @ts-check
// `npm run seed -- --users N --seed S [--sessions N]`: many realistic people, the same for the same
// numbers. Works beside a running server, or starts the embedded database for as long as it takes.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, loadTypeScript } from './lib/install.mjs';
import { Refusal, report } from './lib/refusal.mjs';
import { beforeEnd, end, isEnding } from './lib/stopping.mjs';

const USAGE = 'npm run seed -- --users N [--seed S] [--sessions N]';

/** How many, and from which seed. */
function readCounts() {
  const number = /** @type {const} */ ({ type: 'string' });
  const options = { users: number, seed: number, sessions: number };
  try {
    const { users, seed, sessions } = parseArgs({ options }).values;
    return {
      users: count(users),
      seed: count(seed ?? '1'),
      sessions: sessions === undefined ? undefined : count(sessions),
    };
  } catch (error) {
    throw new Refusal(`${/** @type {Error} */ (error).message} Usage: ${USAGE}`);
  }
}

/** @param {string | undefined} text */
function count(text) {
  if (!/^\d{1,9}$/.test(text ?? '')) throw new Error(`"${text ?? ''}" is not a whole number.`);
  return Number(text);
}

try {
  const { users, seed, sessions } = readCounts();
  const dataDir = path.resolve(process.env.DATA_DIR || '.data');
  await ensureInstalled();
  await loadTypeScript();
  const { openDatabase } = await import('./lib/open-database');
  const { url, stop } = await openDatabase(dataDir);
  beforeEnd(stop);
  const { adoptSettings } = await import('./lib/settings');
  adoptSettings(dataDir, url); // second factors are sealed with the server's keys
  const { seedMany } = await import('../prisma/seed/index');
  await seedMany(url, { users, seed, ...(sessions === undefined ? {} : { sessions }) });
  await end(0);
} catch (error) {
  if (!isEnding()) report(error);
  await end(1);
}
