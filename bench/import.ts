import { median, round } from './lib/figures';
import { startImporter, type Imported } from './lib/import';
import { fillStructure, peopleFile } from './lib/import-file';
import { importBarely, type Floor } from './lib/import-floor';
import type { Outcome } from './lib/outcome';
import { fillWithPeople } from './lib/people';
import { openWorld } from './lib/world';

const PEOPLE = 20_000; // who are there before
const ROWS = 50_000;
const TARGET = 3; // times what bare parsing and copying take
const ROUNDS = 3;
const MEMORY_AT_MOST = 300; // MB more

type Round = Floor & Imported & { bare: number; ours: number };

/**
 * What an import of 50,000 people takes over bare parsing of the same file and COPY of as many rows
 * into equal tables with the same indexes and foreign keys. Ours is all of it, from the bytes to the people: parsed
 * and kept, matched and checked, then judged again and created with groups and audit rows.
 */
export async function importing(): Promise<Outcome> {
  const world = await openWorld();
  await fillWithPeople(world.databaseUrl, PEOPLE);
  await fillStructure(world.databaseUrl);
  const importer = startImporter(world);
  const rounds: Round[] = [];
  for (let i = 0; i <= ROUNDS; i += 1) {
    const file = peopleFile(i, ROWS);
    const floor = await importBarely(world.databaseUrl, file, i);
    const done = await importer.ask({ file });
    if (done.created !== ROWS) throw new Error(`${done.created} of ${ROWS} were created.`);
    const bare = floor.parsing + floor.copying;
    const ours = done.upload + done.check + done.create;
    console.error(
      `Round ${i} of ${ROUNDS}: bare ${round(bare)} ms, ours ${round(ours)} ms (upload ${round(done.upload)}, check ${round(done.check)}, create ${round(done.create)}), blocked ${round(done.blocked)} ms`,
    );
    // The first warms up both sides.
    if (i > 0) rounds.push({ ...floor, ...done, bare, ours });
  }
  return judge(rounds);
}

function judge(rounds: Round[]): Outcome {
  const middle = (figure: keyof Round) => round(median(rounds.map((one) => one[figure])));
  const ratio = round(middle('ours') / middle('bare'), 2);
  const moreMemoryMb = round(Math.max(...rounds.map((one) => one.moreMemory)) / 1024 / 1024);
  return {
    ratio,
    target: TARGET,
    ok: ratio <= TARGET && moreMemoryMb < MEMORY_AT_MOST,
    figures: {
      rows: ROWS,
      ours: middle('ours'),
      upload: middle('upload'),
      check: middle('check'),
      create: middle('create'),
      bare: middle('bare'),
      parsing: middle('parsing'),
      copying: middle('copying'),
      longestBlocked: middle('blocked'),
      moreMemoryMb,
      moreMemoryMbAtMost: MEMORY_AT_MOST,
      rounds: ROUNDS,
    },
  };
}
