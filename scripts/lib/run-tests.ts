import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser';
import { bin, ensureBuilt, ensureClient } from './build';
import { beforeEnd } from './stopping.mjs';
import { countPlaywright, countVitest } from './test-counts';
import { perform, type Result, type Step } from './test-step';

const MINUTE = 60_000;

/**
 * Runs every check and test and says how each went; the last line counts them. What may be slowed
 * down shares the two cores; what measures time has them to itself. Returns how many failed.
 */
export async function runTests(quick: boolean): Promise<number> {
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'gatehouse-reports-'));
  beforeEnd(() => fs.rmSync(reports, { recursive: true, force: true }));
  const started = Date.now();
  const results: Result[] = [];
  const take = async (steps: Step[]) => {
    for (const step of steps) results.push(await perform(step));
  };
  await take([{ name: 'client', task: ensureClient }]);
  if (quick) await take([...STATIC, unit(reports)]);
  else await inFull(results, take, reports);
  return summarise(results, Date.now() - started);
}

async function inFull(
  results: Result[],
  take: (steps: Step[]) => Promise<void>,
  reports: string,
): Promise<void> {
  let browser = {};
  const build: Step = { name: 'build', task: ensureBuilt };
  const getBrowser: Step = {
    name: 'browser',
    task: async () => void (browser = await findBrowser()),
  };
  await Promise.all([take([build]), take([getBrowser, ...STATIC])]);
  await take([unit(reports)]);
  const wanting = results.find(({ name, failed }) => failed > 0 && /build|browser/.test(name));
  const rest = [commands(reports), browserTests(reports, browser)];
  if (!wanting) return take(rest);
  for (const { name } of rest)
    results.push({ name, passed: 0, failed: 1, note: `no ${wanting.name}` });
}

const tool = (name: string, script: string, ...args: string[]): Step => ({
  name,
  args: [bin(script), ...args],
  limit: 5 * MINUTE,
});

const STATIC: Step[] = [
  tool('types', 'typescript/bin/tsc', '--noEmit', '--pretty', 'false'),
  tool('lint', 'eslint/bin/eslint.js', '--max-warnings', '0', '.'),
  tool('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  tool('dead code', 'knip/bin/knip.js'),
];

function vitest(project: string, reports: string, limit: number): Step {
  const report = path.join(reports, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  return {
    name: project,
    args: [bin('vitest/vitest.mjs'), ...args, `--outputFile.json=${report}`],
    live: true,
    limit,
    count: () => countVitest(report),
  };
}

const unit = (reports: string) => vitest('unit', reports, 20 * MINUTE);
const commands = (reports: string) => vitest('commands', reports, 8 * MINUTE);

function browserTests(reports: string, browser: object): Step {
  const report = path.join(reports, 'browser.json');
  return {
    name: 'end to end',
    args: [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    env: { ...browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    live: true,
    limit: 35 * MINUTE,
    count: () => countPlaywright(report),
  };
}

function summarise(results: Result[], took: number): number {
  const sum = (of: 'passed' | 'failed') => results.reduce((total, one) => total + one[of], 0);
  console.log(`\n── All, in ${Math.round(took / 1000)} s`);
  for (const { name, passed, failed, note } of results) {
    const counts = passed + failed > 0 ? `${passed} passed, ${failed} failed, ` : '';
    console.log(`${failed ? '✗' : '✓'} ${name}: ${counts}${note}`);
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed');
}
