import { type Child, startChild } from './child';

/** GET requests to a server of this machine, each with the cookie of another of `people`. */
export interface Load {
  port: number;
  path: string;
  connections: number;
  seconds: number;
  people: number;
  /** Requests a second; unset: as many as are answered. */
  rate?: number;
}

/** How a server stood a load; times in milliseconds. */
export interface Stood {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

/** A process that loads servers, and throws when one answers anything but 200. */
export const startLoad = (): Child<Load, Stood> =>
  startChild<Load, Stood>(new URL('load-process.ts', import.meta.url));
