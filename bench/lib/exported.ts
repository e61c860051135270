import { type Child, startChild } from './child';
import { settingsOf, type World } from './world';

/** An export of the directory from the first question to the last byte, and its process's memory at most. */
export interface Exported {
  rows: number;
  seconds: number;
  /** MB. */
  memory: number;
  megabytes: number;
}

const start = (world: World, file: URL): Child<object, Exported> =>
  startChild<object, Exported>(file, {
    env: settingsOf(world, 1),
    nodeArgs: ['--conditions=react-server'], // what `server-only` asks for
  });

/** A process that exports the directory as the application does. */
export const startExporter = (world: World) =>
  start(world, new URL('export-process.ts', import.meta.url));

/** A process that writes the same cells with exceljs's own streaming writer. */
export const startExceljs = (world: World) =>
  start(world, new URL('exceljs-process.ts', import.meta.url));
