import { type Child, startChild } from './child';

/** People with numbers from `from` on sign in by the form, one after another, so many at a time. */
export interface SignIns {
  port: number;
  from: number;
  connections: number;
  seconds: number;
}

/** What came of it; times in milliseconds. */
export interface SignedIn {
  perSecond: number;
  p50: number;
  p95: number;
  /** The number of the next person who has not signed in. */
  next: number;
}

/** A process that signs people in as a browser without scripts does; throws when one is refused. */
export const startSignIns = (): Child<SignIns, SignedIn> =>
  startChild<SignIns, SignedIn>(new URL('sign-ins-process.ts', import.meta.url));
