import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // Next gives this marker its meaning; here everything runs on the server.
      'server-only': path.join(root, 'tests/setup/empty.ts'),
    },
  },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{app,bench,components,lib,prisma,scripts}/**/*.test.{ts,tsx}',
            'tests/{,rules/}*.test.ts',
          ],
          globalSetup: 'tests/setup/global.ts',
          setupFiles: 'tests/setup/worker.ts',
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'commands',
          include: ['tests/commands/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
