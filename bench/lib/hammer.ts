import { type Child, startChild } from './child';

/** What to do: begin, wait until so many more requests were answered, or end and tell. */
export type HammerOrder =
  | { begin: { ports: number[]; path: string; people: number[]; connections: number } }
  | { await: number }
  | { end: true };

/** A request: when it began and ended (ticks), by whom, to which server, and how it was answered. */
export interface Strike {
  began: number;
  ended: number;
  person: number;
  port: number;
  /** 0 when the connection broke or no answer came in time; `failure` says which. */
  status: number;
  failure?: string;
}

/** A process in which people send one request after another, to all servers in turn. */
export const startHammer = (): Child<HammerOrder, Strike[]> =>
  startChild<HammerOrder, Strike[]>(new URL('hammer-process.ts', import.meta.url));
