import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test as setup } from '@playwright/test';
import { WITHOUT_FRONT_DOOR } from './support/test';

const ROOT = process.cwd();
const COPIED = [
  'app',
  'components',
  'lib',
  'scripts',
  'instrumentation.ts',
  'package.json',
  'postcss.config.mjs',
  'tsconfig.json',
];

// The packages stay where they are, above; types were checked with the whole tree.
const CONFIG = `import config from './next.config.base';
export default {
  ...config,
  turbopack: { root: ${JSON.stringify(ROOT)} },
  outputFileTracingRoot: ${JSON.stringify(ROOT)},
  typescript: { ignoreBuildErrors: true },
};
`;

setup('security 10: a copy of the tree without proxy.ts builds', async () => {
  setup.setTimeout(240_000);
  fs.rmSync(WITHOUT_FRONT_DOOR, { recursive: true, force: true });
  fs.mkdirSync(WITHOUT_FRONT_DOOR, { recursive: true });
  for (const name of COPIED) {
    fs.cpSync(path.join(ROOT, name), path.join(WITHOUT_FRONT_DOOR, name), { recursive: true });
  }
  fs.copyFileSync(
    path.join(ROOT, 'next.config.ts'),
    path.join(WITHOUT_FRONT_DOOR, 'next.config.base.ts'),
  );
  fs.writeFileSync(path.join(WITHOUT_FRONT_DOOR, 'next.config.ts'), CONFIG);
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const built = promisify(execFile)(process.execPath, [next, 'build'], {
    cwd: WITHOUT_FRONT_DOOR,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  expect((await built).stdout).not.toMatch(/^ƒ \s*(proxy|middleware)/im);
});
