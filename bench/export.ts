import path from 'node:path';
import { fillDirectory, SIGNED_IN } from './lib/directory';
import { download, memoryOf, type Download } from './lib/download';
import { startExceljs, type Written } from './lib/exceljs';
import { round } from './lib/figures';
import { startLoad, type Stood } from './lib/load';
import type { Outcome } from './lib/outcome';
import { serve } from './lib/server';
import { buildVariant, ROUTE } from './lib/variants';
import { openWorld, type World } from './lib/world';

const FEWER = 250_000;
const PEOPLE = Number(process.argv[3] ?? 1_000_000); // fewer, to try the bench itself
const TARGET = 0.5; // of the time plain exceljs takes for the same cells
const MEMORY_AT_MOST = 300; // MB, of the serving process
const MEMORY_APART = 0.2; // what it may need more at a million than at a quarter
const P95_AT_MOST = 300; // milliseconds, of other gated requests beside it
const BESIDE = { path: ROUTE, connections: 4, people: SIGNED_IN, rate: 20, seconds: 5 };

type Measured = Download & { idle: number; memory: number; beside: Stood };

/** One export from a server of its own, warm, while others go on working. */
async function exportOnce(world: World, folder: string): Promise<Measured> {
  const port = await serve(world, folder);
  const load = startLoad();
  await load.ask({ ...BESIDE, port, seconds: 3 });
  const idle = await memoryOf(port);
  const [file, beside] = await Promise.all([
    download(port, '/api/users/bench'),
    load.ask({ ...BESIDE, port }),
  ]);
  return { ...file, idle, memory: await memoryOf(port), beside };
}

/**
 * The directory export, each row in its colour, as somebody downloads it: gate, query, file and all;
 * against the time that exceljs's own streaming writer takes for the same cells, alone and without
 * the query.
 */
export async function exporting(): Promise<Outcome> {
  const folder = await buildVariant('exporting');
  const world = await openWorld();
  console.error(`Making ${PEOPLE} people …`);
  await fillDirectory(world.databaseUrl, 0, Math.min(FEWER, PEOPLE));
  const fewer = await exportOnce(world, folder);
  console.error(`${FEWER} rows: ${line(fewer)}`);
  await fillDirectory(world.databaseUrl, Math.min(FEWER, PEOPLE), PEOPLE);
  const all = await exportOnce(world, folder);
  console.error(`${PEOPLE} rows: ${line(all)}`);
  const plain = await startExceljs(world).ask({ file: path.join(world.dataDir, 'plain.xlsx') });
  console.error(`exceljs: ${round(plain.seconds, 1)} s, ${round(plain.memory)} MB`);
  return judge(fewer, all, plain);
}

const line = ({ seconds, toFirstByte, idle, memory, beside }: Measured) =>
  `${round(seconds, 1)} s, first byte after ${round(toFirstByte, 1)} s, ${round(idle)} to ${round(memory)} MB, beside p95 ${round(beside.p95)} ms`;

function judge(fewer: Measured, all: Measured, plain: Written): Outcome {
  if (plain.rows !== PEOPLE) throw new Error(`exceljs wrote ${plain.rows} rows.`);
  const ratio = round(all.seconds / plain.seconds, 3);
  const memoryApart = round(all.memory / fewer.memory - 1, 3);
  const besideP95 = round(Math.max(fewer.beside.p95, all.beside.p95));
  return {
    ratio,
    target: TARGET,
    ok:
      ratio <= TARGET &&
      all.memory <= MEMORY_AT_MOST &&
      memoryApart <= MEMORY_APART &&
      besideP95 <= P95_AT_MOST,
    figures: {
      seconds: round(all.seconds, 1),
      exceljsSeconds: round(plain.seconds, 1),
      toFirstByte: round(all.toFirstByte, 1),
      memory: round(all.memory),
      memoryAtMost: MEMORY_AT_MOST,
      memoryBefore: round(all.idle),
      memoryOfFewer: round(fewer.memory),
      memoryApart,
      exceljsMemory: round(plain.memory),
      besideP95,
      besideP95AtMost: P95_AT_MOST,
      besidePerSecond: BESIDE.rate,
      megabytes: round(all.megabytes, 1),
      people: PEOPLE,
      fewer: FEWER,
    },
  };
}
