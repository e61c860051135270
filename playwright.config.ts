import { defineConfig, devices } from '@playwright/test';
import type { HouseOptions } from './e2e/attacks/support/test';

const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig<object, HouseOptions>({
  testDir: 'e2e',
  // As for every process without the bundler: what only the server may load, tests may.
  tsconfig: './tests/setup/process.tsconfig.json',
  // Starts the production build on a database of its own and sets APP_URL, before any worker.
  globalSetup: './tests/setup/global-browser.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    ...(process.env.APP_URL && { baseURL: process.env.APP_URL }),
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'chromium' },
    // Security 10: what is said about authorisation holds without proxy.ts as well.
    { name: 'build without front door', testMatch: 'attacks/build-without-front-door.setup.ts' },
    {
      name: 'without front door',
      testMatch: 'attacks/inside/*.spec.ts',
      dependencies: ['build without front door'],
      use: { frontDoor: false },
    },
  ],
});
