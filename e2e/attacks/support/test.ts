import path from 'node:path';
import { test as base } from '@playwright/test';
import { ask, ORIGIN, type Answer, type Asker, type Question } from '../../fixtures/ask';
import { startAnother } from './server';

/** Where the build without proxy.ts is made (security 10). */
export const WITHOUT_FRONT_DOOR = path.resolve('.cache/without-front-door');

/** A server and the build it serves. */
export type House = { base: string; root: string };

export type Knock = (asker: Asker, path: string, question?: Question) => Promise<Answer>;

export type HouseOptions = { frontDoor: boolean };

/** `test` without a browser, against the build with its front door or the one without. */
export const test = base.extend<{ knock: Knock }, HouseOptions & { house: House }>({
  frontDoor: [true, { scope: 'worker', option: true }],
  house: [
    async ({ frontDoor }, use) => {
      if (frontDoor) return use({ base: ORIGIN, root: process.cwd() });
      const server = await startAnother({ root: WITHOUT_FRONT_DOOR });
      await use({ base: server.base, root: WITHOUT_FRONT_DOOR });
      await server.stop();
    },
    { scope: 'worker' },
  ],
  knock: async ({ house }, use) =>
    use((asker, at, question) => ask(asker, at, { base: house.base, ...question })),
});
