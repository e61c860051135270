import { spawn } from 'node:child_process';
import { ROOT } from './install.mjs';
import { beforeEnd } from './stopping.mjs';

export interface Counts {
  passed: number;
  failed: number;
}

export interface Result extends Counts {
  name: string;
  note: string;
}

/** What must be there first (a task; only its failure counts), a check, or a set of tests. */
export type Step = { name: string } & (
  | { task: () => Promise<void> }
  | {
      args: string[];
      env?: object;
      limit: number;
      /** Its output is shown as it comes; else in one piece at the end. */
      live?: boolean;
      /** What its report says; without one, the step itself is the one thing that counts. */
      count?: () => Counts;
    }
);

/** Performs a step and shows its output. Never throws: what goes wrong is counted as failed. */
export async function perform(step: Step): Promise<Result> {
  const { name } = step;
  const started = Date.now();
  const took = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  try {
    if ('task' in step) {
      await step.task();
      return { name, passed: 0, failed: 0, note: took() };
    }
    if (step.live) console.log(`\n── ${name}`);
    const { failure, output } = await runScript(step);
    if (!step.live)
      console.log(`\n── ${name}: ${failure ?? 'passed'}, ${took()}\n${output}`.trimEnd());
    const counts = step.count?.() ?? { passed: failure ? 0 : 1, failed: failure ? 1 : 0 };
    // A runner that ends badly without a failed test, or runs none at all, has failed itself.
    if (counts.failed === 0 && (failure || counts.passed === 0)) counts.failed = 1;
    return { name, ...counts, note: failure ? `${failure}, ${took()}` : took() };
  } catch (error) {
    console.log(`\n── ${name}: ${(error as Error).message}`);
    return { name, passed: 0, failed: 1, note: (error as Error).message };
  }
}

type Script = Extract<Step, { args: string[] }>;

function runScript(step: Script): Promise<{ failure?: string; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.args, {
      cwd: ROOT,
      detached: true,
      env: { ...process.env, NO_COLOR: '1', ...step.env },
      stdio: step.live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const kill = () => {
      try {
        if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has just ended by itself.
      }
    };
    beforeEnd(kill);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      kill();
    }, step.limit);
    child.once('error', (error) => resolve({ failure: error.message, output: '' }));
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const failure = late ? 'took too long' : code === 0 ? undefined : (signal ?? `code ${code}`);
      const output = Buffer.concat(chunks).toString();
      resolve(failure === undefined ? { output } : { failure, output });
    });
  });
}
