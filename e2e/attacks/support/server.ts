import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '@/scripts/lib/ports.mjs';

/** A server beside the one under APP_URL. */
export type AnotherServer = { base: string; pid: number; stop: () => Promise<void> };

export type ServerOptions = {
  /** Settings that differ from those of the server under APP_URL; undefined takes one away. */
  env?: Record<string, string | undefined>;
  /** The folder of the build; by default the one under test. */
  root?: string;
};

const SERVE = path.resolve(import.meta.dirname, '../../../scripts/serve.mjs');

/** Starts the production server once more on a port of its own, as a process of its own. */
export async function launch({ env = {}, root = process.cwd() }: ServerOptions = {}) {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  // Of these two together Node itself says a line, which is none of ours.
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const given = { ...inherited, PORT: String(port), APP_URL: base, ...env };
  const child = spawn(process.execPath, [SERVE], {
    cwd: root,
    env: { ...given, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<'ready'>((resolve) => child.once('message', () => resolve('ready')));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { base, pid: child.pid ?? 0, said, ready, ended, stop };
}

/** Starts another server and waits until it listens. Fails with what it said when it ends before. */
export async function startAnother(options: ServerOptions = {}): Promise<AnotherServer> {
  const server = await launch(options);
  const first = await Promise.race([server.ready, server.ended]);
  if (first !== 'ready') throw new Error(`The server ended (${first}): ${server.said.err}`);
  return server;
}
