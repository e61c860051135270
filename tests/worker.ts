import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const HERE = import.meta.dirname;

/** Starts a worker in a process of its own, with the settings of this one. */
export function spawnWorker(): ChildProcess {
  const tsx = ['--import', import.meta.resolve('tsx')];
  return spawn(process.execPath, [...tsx, path.join(HERE, 'worker-process.ts')], {
    env: {
      ...process.env,
      // Without the bundler, `server-only` has to mean something.
      TSX_TSCONFIG_PATH: path.join(HERE, 'setup/process.tsconfig.json'),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Sends a signal and waits until the process is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
