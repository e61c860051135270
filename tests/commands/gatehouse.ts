import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { processBirth } from '../../scripts/lib/owner.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A new, empty folder for data that is gone after the test, with what root put elsewhere. */
export function emptyFolder(mode = 0o711): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gatehouse-commands-'));
  fs.chmodSync(folder, mode);
  onTestFinished(() => {
    for (const dataDir of [folder, path.join(folder, 'data')]) {
      const cluster = clusterOf(dataDir);
      if (!cluster.startsWith(folder)) fs.rmSync(path.dirname(cluster), { recursive: true });
    }
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Where the data directory's cluster really is. */
function clusterOf(dataDir: string): string {
  const cluster = path.join(dataDir, 'postgres');
  return fs.existsSync(cluster) ? fs.realpathSync(cluster) : cluster;
}

/** The number of the PostgreSQL that runs on the data directory, if one does. */
export function postgresOf(dataDir: string): number | undefined {
  const file = path.join(clusterOf(dataDir), 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  return processBirth(pid) ? pid : undefined;
}

interface Options {
  dataDir: string;
  port?: number;
  args?: string[];
  env?: Record<string, string>;
}

/** Runs `npm start` (without npm's own wrapper) and gathers what it says. */
export async function gatehouse({ dataDir, port, args = [], env = {} }: Options) {
  const listening = port ?? (await freePort());
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: ROOT,
    env: { ...clean(process.env), DATA_DIR: dataDir, PORT: String(listening), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? code ?? -1));
  });
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const url = `http://localhost:${listening}`;
  return { child, url, port: listening, said, ended, ask: ask(url), until: until(said, ended) };
}

export type Gatehouse = Awaited<ReturnType<typeof gatehouse>>;

/** Only what any machine has: neither Vitest's settings nor the developer's own. */
function clean(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = env;
  return { PATH, HOME, LANG } as unknown as NodeJS.ProcessEnv;
}

const ask = (url: string) => async (where: string) => {
  const answer = await fetch(url + where, { redirect: 'manual' }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.status;
};

/** Waits until it has said something; fails at once when it ends before. */
const until = (said: { out: string; err: string }, ended: Promise<unknown>) =>
  async function untilSaid(words: string): Promise<void> {
    let over = false;
    void ended.then(() => (over = true));
    while (!said.out.includes(words)) {
      if (over) throw new Error(`It ended without "${words}":\n${said.out}\n${said.err}`);
      await sleep(20);
    }
  };
