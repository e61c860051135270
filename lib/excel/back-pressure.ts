import type { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { Worksheet } from 'exceljs';

const NOTHING = Buffer.alloc(0);

/**
 * Until what was written of a sheet is on its way out, after others had their turn. exceljs neither
 * asks whether anybody takes what it writes nor has a way to wait: all of a long sheet would pile up
 * in memory. The stream its sheet is piped into is not in its typings; of that it is asked what any
 * stream of Node tells, when a write has been taken, and so all before it.
 */
export async function taken(sheet: Worksheet): Promise<void> {
  const [pipe] = (sheet as Worksheet & { stream: { pipes: [Writable] } }).stream.pipes;
  await new Promise<void>((resolve) => pipe.write(NOTHING, () => resolve()));
  await turn();
}
