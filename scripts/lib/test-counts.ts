import fs from 'node:fs';
import type { Counts } from './test-step';

interface VitestReport {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface PlaywrightReport {
  errors: unknown[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** What Vitest's report says. A test left out is a failed one, and so is a file that broke. */
export function countVitest(report: string): Counts {
  const { numPassedTests, numTotalTests, testResults } = read(report) as VitestReport;
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + broken.length };
}

/** What Playwright's report says. A test left out is a failed one. */
export function countPlaywright(report: string): Counts {
  const { errors, stats } = read(report) as PlaywrightReport;
  const { expected, unexpected, flaky, skipped } = stats;
  return { passed: expected, failed: unexpected + flaky + skipped + errors.length };
}

function read(file: string): unknown {
  if (!fs.existsSync(file)) throw new Error('ended without a report');
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
