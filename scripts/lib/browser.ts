import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { bin } from './build';
import { run } from './commands.mjs';
import { Refusal } from './refusal.mjs';

const DOWNLOAD_LIMIT = 60_000;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * A browser for the tests, as settings for Playwright: one that is here, or Playwright's own where
 * it can be had quickly, or Debian's. Throws a Refusal when there is none.
 */
export async function findBrowser(): Promise<{ CHROMIUM_PATH?: string }> {
  const given = process.env.CHROMIUM_PATH;
  if (given && runs(given)) return { CHROMIUM_PATH: given };
  if (await playwrightRuns()) return {};
  const present = NAMES.find(runs);
  if (present) return { CHROMIUM_PATH: whereIs(present) };
  downloadOwn();
  if (await playwrightRuns()) return {};
  await installDebians();
  if (runs('chromium')) return { CHROMIUM_PATH: whereIs('chromium') };
  throw new Refusal('No browser for the tests: set CHROMIUM_PATH to a Chromium.');
}

const runs = (command: string) =>
  spawnSync(command, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status ===
  0;

const whereIs = (command: string) =>
  spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', command], {
    encoding: 'utf8',
  }).stdout.trim();

/** Playwright knows where its own would be; the headless one lies beside it. */
async function playwrightRuns(): Promise<boolean> {
  const { chromium } = await import('@playwright/test');
  const executable = chromium.executablePath();
  if (!fs.existsSync(executable)) return false;
  const browser = await chromium.launch({ args: ['--no-sandbox'] }).catch(() => undefined);
  await browser?.close();
  return browser !== undefined;
}

function downloadOwn(): void {
  console.log('Getting a browser for the tests …');
  spawnSync(process.execPath, [bin('@playwright/test/cli.js'), 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT,
    killSignal: 'SIGKILL',
  });
}

async function installDebians(): Promise<void> {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return;
  if (process.getuid?.() !== 0) {
    throw new Refusal('No browser for the tests: install chromium, or set CHROMIUM_PATH to one.');
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['-qq', 'update'], env);
  await run('apt-get', ['-qq', '-y', 'install', '--no-install-recommends', 'chromium'], env);
}
