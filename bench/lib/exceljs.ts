import { type Child, startChild } from './child';
import { settingsOf, type World } from './world';

/** What plain exceljs took for the directory: seconds of its own, and its memory at most. */
export interface Written {
  rows: number;
  seconds: number;
  memory: number;
}

/** A process that writes the directory with exceljs's own streaming writer. */
export const startExceljs = (world: World): Child<{ file: string }, Written> =>
  startChild<{ file: string }, Written>(new URL('exceljs-process.ts', import.meta.url), {
    env: settingsOf(world, 1),
    nodeArgs: ['--conditions=react-server'], // what `server-only` asks for
  });
