import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { processBirth } from './owner.mjs';
import type { Place } from './place';
import { stopProcess } from './processes';

const USER = 'gatehouse';
// pg_trgm reads letters through the C library: with plain "C" it finds none beyond ASCII.
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C'];

const memory = Math.min(os.totalmem(), process.constrainedMemory() || Infinity) / 1024 ** 2; // MB

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  // What is searched stays in it; taken up only as it is used.
  shared_buffers: `${Math.round(Math.min(Math.max(memory / 8, 128), 4096))}MB`,
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
/** For data that may be lost with the machine: tests. */
const CARELESS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '256MB',
};

/** Makes the cluster when there is none: complete, or not there at all. */
export function createCluster({ binaries, cluster, account }: Place, password: string): void {
  if (fs.existsSync(path.join(cluster, 'PG_VERSION'))) return;
  const draft = `${cluster}.new`;
  const secret = `${cluster}.password`;
  fs.rmSync(secret, { force: true });
  fs.writeFileSync(secret, password, { mode: 0o600 });
  if (account.uid !== undefined) fs.chownSync(secret, account.uid, account.gid ?? account.uid);
  try {
    tryEach(CHARACTER_TYPES, (characters) => {
      fs.rmSync(draft, { recursive: true, force: true });
      fs.mkdirSync(draft, { mode: 0o700 });
      if (account.uid !== undefined) fs.chownSync(draft, account.uid, account.gid ?? account.uid);
      const flags = [
        `--pgdata=${draft}`,
        `--username=${USER}`,
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${characters}`,
        '--no-instructions',
      ];
      execFileSync(path.join(binaries, 'bin/initdb'), flags, {
        ...account,
        cwd: '/',
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    });
    fs.renameSync(draft, cluster);
  } finally {
    fs.rmSync(secret, { force: true });
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

function tryEach<T>(values: T[], attempt: (value: T) => void): void {
  values.some((value, i) => {
    try {
      attempt(value);
      return true;
    } catch (error) {
      if (i === values.length - 1) throw error;
      return false;
    }
  });
}

/**
 * Starts PostgreSQL on the cluster, in a session of its own: a Ctrl-C at the terminal reaches us
 * alone, and we end it after the last request. It logs to the given file.
 */
export function launch(place: Place, port: number, durable: boolean, log: string): ChildProcess {
  const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : CARELESS) });
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = fs.openSync(log, 'a', 0o600);
  try {
    const command = path.join(place.binaries, 'bin/postgres');
    return spawn(command, ['-D', place.cluster, '-p', String(port), ...flags], {
      ...place.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
      // Nothing of our own environment: it holds secrets.
      env: { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv,
    });
  } finally {
    fs.closeSync(output);
  }
}

/**
 * Ends a PostgreSQL that outlived its owner (kill -9). Only the owner of the data directory may
 * call this: then nobody else can be using it.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const pid = orphanOf(cluster);
  if (!pid) return false;
  await stopPostgres(pid);
  return true;
}

function orphanOf(cluster: string): number | undefined {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const [first, directory] = fs.readFileSync(file, 'utf8').split('\n');
  const pid = Number(first);
  if (!processBirth(pid) || directory !== cluster) return undefined;
  const options = { encoding: 'utf8' } as const;
  const command =
    process.platform === 'linux'
      ? fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], options);
  return command.includes('postgres') && command.includes(cluster) ? pid : undefined;
}

/** Fast shutdown: open transactions roll back, everything is written. Harder when it hangs. */
export const stopPostgres = (pid: number) =>
  stopProcess(pid, [
    ['SIGINT', 60],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ]);
