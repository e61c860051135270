import { startApplication } from './application';
import type { Child } from './child';
import type { World } from './world';

/** An export from the first question to the last byte, and its process's memory at most. */
export interface Exported {
  rows: number;
  seconds: number;
  /** MB. */
  memory: number;
  megabytes: number;
}

/** What to export: the report of contracts and thresholds, else the directory. */
export type ExportOrder = { report?: boolean };

/** A process that exports as the application does. */
export const startExporter = (world: World): Child<ExportOrder, Exported> =>
  startApplication(world, new URL('export-process.ts', import.meta.url));

/** A process that writes the same cells with exceljs's own streaming writer. */
export const startExceljs = (world: World): Child<object, Exported> =>
  startApplication(world, new URL('exceljs-process.ts', import.meta.url));
