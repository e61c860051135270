// @ts-check
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.mjs';

/** @typedef {{ id: string, pid: number, birth: string }} Owner */

/** Another live process owns the data directory. */
class OwnedError extends Refusal {}

/**
 * When the process began, as the system tells it; undefined when it does not run. A process number
 * alone may have been given to another program since.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function processBirth(pid) {
  try {
    if (process.platform !== 'linux') {
      const args = ['-o', 'lstart=', '-p', String(pid)];
      return execFileSync('ps', args, { encoding: 'utf8', stdio: 'pipe' }).trim() || undefined;
    }
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/**
 * The live process that owns the data directory, if there is one.
 * @param {string} dataDir
 * @returns {Owner | undefined}
 */
export function ownerOf(dataDir) {
  const owner = read(path.join(dataDir, 'owner.json'));
  return owner && isAlive(owner) ? owner : undefined;
}

/**
 * Makes this process the one owner of the data directory, in place of one that died. Throws an
 * OwnedError when another lives. Taking twice is allowed; what comes back gives up what was taken.
 * @param {string} dataDir
 * @returns {() => void}
 */
export function takeOwnership(dataDir) {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const file = path.join(dataDir, 'owner.json');
  const me = { id: randomUUID(), pid: process.pid, birth: processBirth(process.pid) ?? '' };
  const draft = `${file}.${me.id}`;
  fs.writeFileSync(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    while (!link(draft, file)) {
      const other = read(file);
      if (!other) continue;
      if (isAlive(other) && other.pid === process.pid) return () => {};
      if (isAlive(other)) throw owned(dataDir, other);
      if (supersede(draft, file, other, dataDir)) break;
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
  const release = () => {
    process.off('exit', release);
    if (read(file)?.id === me.id) fs.rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
}

/**
 * Puts the draft in the dead owner's place. The claim carries the dead owner's id, so of any number
 * of processes that saw it dead just one gets past, and never over a fresh owner.
 * @param {string} draft @param {string} file @param {Owner} dead @param {string} dataDir
 */
function supersede(draft, file, dead, dataDir) {
  const claim = `${file}.after-${dead.id}`;
  if (!link(draft, claim)) {
    const rival = read(claim);
    if (rival && isAlive(rival)) throw owned(dataDir, rival);
    fs.rmSync(claim, { force: true });
    return false;
  }
  if (read(file)?.id === dead.id) {
    fs.renameSync(claim, file);
    return true;
  }
  fs.rmSync(claim, { force: true });
  return false;
}

/** @param {string} from @param {string} to */
function link(from, to) {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file @returns {Owner | undefined} undefined when the file is not there */
function read(file) {
  try {
    const { id, pid, birth } = JSON.parse(fs.readFileSync(file, 'utf8'));
    return { id: String(id), pid: Number(pid), birth: String(birth) };
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    // Emptied by a power cut, for example: nobody who lives has it.
    if (error instanceof SyntaxError) return { id: 'unreadable', pid: 0, birth: '' };
    throw error;
  }
}

/** @param {Owner} owner */
const isAlive = (owner) => owner.pid > 0 && processBirth(owner.pid) === owner.birth;

/** @param {string} dataDir @param {Owner} owner */
const owned = (dataDir, owner) =>
  new OwnedError(`Gatehouse already runs on the data directory ${dataDir} (process ${owner.pid}).`);
