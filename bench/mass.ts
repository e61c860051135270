import { median, round } from './lib/figures';
import { lockBarely, startMassLocker, type MassLocked } from './lib/mass';
import { cloneDatabase } from './lib/mass-clone';
import type { Outcome } from './lib/outcome';
import { fillWithPeople, userIdOf } from './lib/people';
import { openWorld, type World } from './lib/world';

const PEOPLE = 1_000_000;
const COMPANIES = 10; // as bench/lib/people.ts makes them, equal in number
const ROUNDS = 2;
const ROUNDS_OF_COMPANIES = 3;
const TARGET = 2;

type Round = { bare: number; ours: MassLocked };

/**
 * A mass lock of everybody, and of a company with a tenth of them, against the bare SQL that writes
 * as many access rows, deletes the sessions and inserts as many audit rows. Each on fresh and equal
 * people, in turns. The ratio is the worse of the two.
 */
export async function mass(): Promise<Outcome> {
  const world = await openWorld();
  await fillWithPeople(world.databaseUrl, 1 + PEOPLE);
  const tenth = await cloneDatabase(world, companies);
  const all: Round[] = [];
  for (let i = 0; i < ROUNDS; i += 1) all.push(told(await everybody(world)));
  const figures = [figuresOf(tenth), figuresOf(all)];
  const ratio = Math.max(...figures.map((figure) => figure.ratio));
  const done = { tenth: PEOPLE / COMPANIES, all: PEOPLE };
  const whole =
    tenth.every(({ ours }) => ours.done === done.tenth) &&
    all.every(({ ours }) => ours.done === done.all);
  return {
    ratio: round(ratio, 2),
    target: TARGET,
    ok: ratio <= TARGET && whole,
    figures: { 100000: figures[0], 1000000: figures[1], everybodyLocked: whole },
  };
}

async function everybody(world: World): Promise<Round> {
  const bare = await cloneDatabase(world, (copy) => lockBarely(copy.databaseUrl, {}));
  return { bare, ours: await cloneDatabase(world, (copy) => startMassLocker(copy).ask({})) };
}

/** Company by company: one bare, the next ours; the first two to warm both up. */
async function companies(copy: World): Promise<Round[]> {
  const locker = startMassLocker(copy);
  const rounds: Round[] = [];
  for (let i = 0; i <= ROUNDS_OF_COMPANIES; i += 1) {
    const bare = await lockBarely(copy.databaseUrl, { companyId: userIdOf(1 + 2 * i) });
    const ours = await locker.ask({ companyId: userIdOf(2 + 2 * i) });
    rounds.push(told({ bare, ours }));
  }
  return rounds.slice(1);
}

function told(one: Round): Round {
  console.error(JSON.stringify(one));
  return one;
}

function figuresOf(rounds: Round[]) {
  const of = (figure: (one: Round) => number) => round(median(rounds.map(figure)));
  const [bareMs, freezeMs, executeMs] = [
    of(({ bare }) => bare),
    of(({ ours }) => ours.freeze),
    of(({ ours }) => ours.execute),
  ];
  return {
    ratio: round((freezeMs + executeMs) / bareMs, 2),
    bareMs,
    freezeMs,
    previewMs: of(({ ours }) => ours.preview),
    executeMs,
    idleMb: of(({ ours }) => ours.idleMb),
    peakMb: Math.max(...rounds.map(({ ours }) => round(ours.peakMb))),
  };
}
