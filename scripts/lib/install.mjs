// @ts-check
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { npm } from './commands.mjs';
import { Refusal } from './refusal.mjs';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const MODULES = path.join(ROOT, 'node_modules');
const LOCK = path.join(ROOT, 'package-lock.json');
const STAMP = path.join(MODULES, '.gatehouse-installed');

/** Throws a Refusal on a Node too old to run what is installed. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  throw new Refusal(`Gatehouse needs Node 20.19, 22.12 or 24; this is ${process.versions.node}.`);
}

/** Installs the packages that package-lock.json names, unless just these are there already. */
export async function ensureInstalled() {
  checkNode();
  const wanted = identity();
  if (isCurrent(wanted)) return;
  console.log('Installing packages …');
  await npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  fs.writeFileSync(STAMP, wanted);
}

/** What an installation depends on: the exact packages, and the kind of machine. */
function identity() {
  const lock = createHash('sha256').update(fs.readFileSync(LOCK)).digest('hex');
  return `${lock} ${process.platform} ${process.arch}\n`;
}

/** @param {string} wanted */
function isCurrent(wanted) {
  const stamp = fs.existsSync(STAMP) ? fs.readFileSync(STAMP, 'utf8') : undefined;
  if (stamp !== undefined) return stamp === wanted || installedByHand(fs.statSync(STAMP).mtimeMs);
  return installedByHand(0);
}

/**
 * Somebody ran npm themselves since: npm writes its own record last, so it is complete.
 * @param {number} since
 */
function installedByHand(since) {
  const record = fs.statSync(path.join(MODULES, '.package-lock.json'), { throwIfNoEntry: false });
  return (
    record !== undefined && record.mtimeMs > since && record.mtimeMs >= fs.statSync(LOCK).mtimeMs
  );
}

/** Lets this process import our TypeScript; the packages must be installed. */
export async function loadTypeScript() {
  const { register } = await import('tsx/esm/api');
  register();
}
