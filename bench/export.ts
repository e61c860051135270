import { fillDirectory, SIGNED_IN } from './lib/directory';
import { download, memoryOf } from './lib/download';
import { startExceljs, startExporter, type Exported } from './lib/exported';
import { round } from './lib/figures';
import { startLoad } from './lib/load';
import type { Outcome } from './lib/outcome';
import { serve } from './lib/server';
import { buildVariant, ROUTE } from './lib/variants';
import { openWorld, type World } from './lib/world';

const FEWER = 250_000;
const PEOPLE = Number(process.argv[3] ?? 1_000_000); // fewer, to try the bench itself
const TARGET = 0.5; // of the time plain exceljs takes for the same cells
const MEMORY_AT_MOST = 300; // MB, of the process that exports
const MEMORY_APART = 0.2; // what it may need more at a million than at a quarter
const P95_AT_MOST = 300; // milliseconds, of other gated requests beside it
const BESIDE = { path: ROUTE, connections: 4, people: SIGNED_IN, rate: 20, seconds: 10 };

type Served = { seconds: number; before: number; memory: number; besideP95: number };

/** One download from a warm server, while others go on working. */
async function serveOnce(world: World, folder: string): Promise<Served> {
  const port = await serve(world, folder);
  const load = startLoad();
  await load.ask({ ...BESIDE, port, seconds: 3 });
  const before = await memoryOf(port);
  const [seconds, beside] = await Promise.all([
    download(port, '/api/users/bench'),
    load.ask({ ...BESIDE, port }),
  ]);
  return { seconds, before, memory: await memoryOf(port), besideP95: beside.p95 };
}

/**
 * The directory export, each row in its colour, against exceljs's own streaming writer with the same
 * cells: both from the question to the last byte, each in a process of its own. Then the export as
 * somebody downloads it, gate and all, while others go on working.
 */
export async function exporting(): Promise<Outcome> {
  const folder = await buildVariant('exporting');
  const world = await openWorld();
  console.error(`Making ${PEOPLE} people …`);
  await fillDirectory(world.databaseUrl, 0, Math.min(FEWER, PEOPLE));
  const fewer = told('ours', await startExporter(world).ask({}));
  await fillDirectory(world.databaseUrl, Math.min(FEWER, PEOPLE), PEOPLE);
  const ours = told('ours', await startExporter(world).ask({}));
  const plain = told('exceljs', await startExceljs(world).ask({}));
  if (ours.rows !== PEOPLE || plain.rows !== PEOPLE) throw new Error('Not everybody was written.');
  const served = await serveOnce(world, folder);
  return judge({ fewer, ours, plain, served });
}

function told(what: string, one: Exported): Exported {
  const { rows, seconds, memory, megabytes } = one;
  console.error(
    `${what}, ${rows} rows: ${round(seconds, 1)} s, ${round(memory)} MB, a file of ${round(megabytes)} MB`,
  );
  return one;
}

type Measured = { fewer: Exported; ours: Exported; plain: Exported; served: Served };

function judge({ fewer, ours, plain, served }: Measured): Outcome {
  const ratio = round(ours.seconds / plain.seconds, 3);
  const memoryApart = round(ours.memory / fewer.memory - 1, 3);
  return {
    ratio,
    target: TARGET,
    ok:
      ratio <= TARGET &&
      ours.memory <= MEMORY_AT_MOST &&
      memoryApart <= MEMORY_APART &&
      served.besideP95 <= P95_AT_MOST,
    figures: {
      seconds: round(ours.seconds, 1),
      exceljsSeconds: round(plain.seconds, 1),
      memory: round(ours.memory),
      memoryAtMost: MEMORY_AT_MOST,
      memoryOfFewer: round(fewer.memory),
      memoryApart,
      exceljsMemory: round(plain.memory),
      besideP95: round(served.besideP95),
      besideP95AtMost: P95_AT_MOST,
      besidePerSecond: BESIDE.rate,
      servedSeconds: round(served.seconds, 1),
      serverMemoryBefore: round(served.before),
      serverMemory: round(served.memory),
      people: PEOPLE,
      fewer: FEWER,
    },
  };
}
