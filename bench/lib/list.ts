import { startApplication } from './application';
import type { Child } from './child';
import type { World } from './world';

/** How many questions, and how often each; the first time does not count. */
export interface Asked {
  questions: number;
  rounds: number;
  today: Date;
}

/** What one question took (ms), and whether the plain answer was another. */
export interface AskedOnce {
  page: number;
  count: number;
  both: number;
  plain: number;
  differs: boolean;
  text: string;
}

/** A process that asks the list as the application does, and plainly. */
export const startAsking = (world: World): Child<Asked, AskedOnce[]> =>
  startApplication<Asked, AskedOnce[]>(world, new URL('list-process.ts', import.meta.url));
