import { startApplication } from './application';
import type { Child } from './child';
import type { World } from './world';

/** A CSV of people, all of them new and without errors. */
export interface ImportOrder {
  file: string;
}

/** What its three steps took in milliseconds, and what they cost the process. */
export interface Imported {
  created: number;
  upload: number;
  check: number;
  create: number;
  /** Milliseconds for which nothing else had its turn, at the longest. */
  blocked: number;
  /** Bytes of memory above what the process had before. */
  moreMemory: number;
}

/** A process that imports a file with the application's own commands. */
export const startImporter = (world: World): Child<ImportOrder, Imported> =>
  startApplication<ImportOrder, Imported>(world, new URL('import-process.ts', import.meta.url));
