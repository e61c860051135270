import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { bin } from './build';
import { ROOT } from './install.mjs';
import { stopProcess } from './processes';
import { Refusal } from './refusal.mjs';

/** The web server while it runs. */
export interface Server {
  pid: number;
  /** Settles when it ended, with how. */
  ended: Promise<string>;
  /** Takes no more requests, finishes those under way, ends. */
  stop(): Promise<void>;
}

interface ServerOptions {
  /** All settings; PORT is where it listens. */
  env: NodeJS.ProcessEnv;
  /** Next's development server instead of the build. */
  dev?: boolean;
}

/** Starts the web server and waits until it listens. Throws a Refusal when it ends before. */
export async function startServer({ env, dev = false }: ServerOptions): Promise<Server> {
  const child = launch(env, dev);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  });
  const killNow = () => void child.kill('SIGKILL');
  process.on('exit', killNow);
  void ended.then(() => process.off('exit', killNow));
  const ready = new Promise<undefined>((resolve) => {
    // Next's own says nothing over the channel but other things; it prints when it is ready.
    if (dev) resolve(undefined);
    child.on('message', (message) => message === 'ready' && resolve(undefined));
  });
  const failure = await Promise.race([ready, ended]);
  if (failure !== undefined) throw new Refusal(`The server did not start (${failure}).`);
  return { pid: child.pid ?? 0, ended, stop: () => stop(child) };
}

const FLAGS = [
  '--always-sparkplug', // what is run a few times a second is compiled too, instead of interpreted
  '--max-semi-space-size=64', // MB: what a request leaves behind is swept away before it is moved
];

function launch(env: NodeJS.ProcessEnv, dev: boolean): ChildProcess {
  const script = dev
    ? [bin('next/dist/bin/next'), 'dev', '--port', String(env.PORT)]
    : [...FLAGS, path.join(ROOT, 'scripts/serve.mjs')];
  return spawn(process.execPath, script, {
    cwd: ROOT,
    // A Ctrl-C at the terminal reaches us alone: the order in which things end is ours.
    detached: true,
    env: { ...env, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  await stopProcess(child.pid, [
    ['SIGTERM', 20],
    ['SIGKILL', 5],
  ]);
}
