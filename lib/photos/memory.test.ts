import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { blackPng } from '@/tests/pictures';

const run = promisify(execFile);

it('security 40: a bomb of 20,000 × 20,000 pixels takes less than 100 MB more', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gatehouse-photo-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'bomb.png');
  const bomb = blackPng(20_000, 20_000, true);
  expect(bomb.length).toBeLessThan(200_000);
  await writeFile(file, bomb);
  const { stdout } = await run(process.execPath, [
    ...['--import', import.meta.resolve('tsx'), '--conditions=react-server'],
    ...['tests/photo-process.ts', file],
  ]);
  const { refused, megabytes } = JSON.parse(stdout) as { refused: boolean; megabytes: number };
  expect(refused).toBe(true);
  expect(megabytes).toBeLessThan(100);
});
