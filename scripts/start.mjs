// @ts-check
// `npm start`, on a machine with nothing but Node: until the packages are installed, this and what
// it imports use Node's own modules only. `--demo` fills an empty database, `--dev` develops.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode, ensureInstalled, loadTypeScript } from './lib/install.mjs';
import { takeOwnership } from './lib/owner.mjs';
import { isFree } from './lib/ports.mjs';
import { Refusal, report } from './lib/refusal.mjs';
import { beforeEnd, end, isEnding } from './lib/stopping.mjs';

/** What is asked for on the command line. */
function readFlags() {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  try {
    return parseArgs({ options: { demo: flag, dev: flag } }).values;
  } catch (error) {
    throw new Refusal(/** @type {Error} */ (error).message);
  }
}

/** The port to serve on. Throws a Refusal when it is none, or not to be had. */
async function choosePort() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(
      `Settings: PORT must be a number from 1 to 65535, not "${process.env.PORT}".`,
    );
  }
  if (!(await isFree(port))) throw new Refusal(`Port ${port} is taken: set PORT to another one.`);
  return port;
}

/** The data directory, from now on ours alone. */
function takeDataDir() {
  const dataDir = path.resolve(process.env.DATA_DIR || '.data');
  try {
    beforeEnd(takeOwnership(dataDir));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const why = /** @type {Error} */ (error).message;
    throw new Refusal(`DATA_DIR: ${dataDir} cannot be used: ${why}.`);
  }
  return dataDir;
}

try {
  const flags = readFlags();
  checkNode();
  const dataDir = takeDataDir();
  const port = await choosePort();
  await ensureInstalled();
  await loadTypeScript();
  const { run } = await import('./lib/run');
  await run({ ...flags, dataDir, port });
} catch (error) {
  if (!isEnding()) report(error);
  await end(1);
}
