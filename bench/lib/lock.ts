import type { PersonOutcome } from '@/lib/lifecycle/outcome';
import { startApplication } from './application';
import type { Child } from './child';
import type { World } from './world';

/** The people of one set, by their ids. */
export interface LockOrder {
  userIds: string[];
}

/** When the command was called and had returned (ticks): the commit lies between. */
export interface Locked {
  called: number;
  returned: number;
  outcomes: PersonOutcome[];
}

/** A process that locks people with the application's own command. */
export const startLocker = (world: World): Child<LockOrder, Locked> =>
  startApplication<LockOrder, Locked>(world, new URL('lock-process.ts', import.meta.url));
