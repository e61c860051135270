// @ts-check
import { spawn } from 'node:child_process';
import { Refusal } from './refusal.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a command to its end, its output going to the person; a quiet one is heard only when it
 * fails. It leads a process group, so that `endCommands` reaches what it started too. Throws a
 * Refusal when it fails.
 * @param {string} command @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] @param {boolean} [quiet]
 * @returns {Promise<void>}
 */
export function run(command, args, env = process.env, quiet = false) {
  return new Promise((resolve, reject) => {
    const output = quiet ? 'pipe' : 'inherit';
    const child = spawn(command, args, { env, detached: true, stdio: ['ignore', output, output] });
    running.add(child);
    /** @type {Buffer[]} */
    const heard = [];
    child.stdout?.on('data', (chunk) => heard.push(chunk));
    child.stderr?.on('data', (chunk) => heard.push(chunk));
    /** @param {string} why */
    const fail = (why) => {
      process.stderr.write(Buffer.concat(heard));
      reject(new Refusal(`${[command, ...args].join(' ')} failed: ${why}.`));
    };
    child.once('error', (error) => {
      running.delete(child);
      fail(error.message);
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve();
      else fail(signal ?? `code ${code}`);
    });
  });
}

/**
 * npm, the one that started us where there is one.
 * @param {string[]} args
 */
export function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? run(process.execPath, [script, ...args]) : run('npm', args);
}

/** Ends every command that still runs, and whatever it started. */
export function endCommands() {
  for (const child of running) {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has just ended by itself.
    }
  }
}

process.on('exit', endCommands);
