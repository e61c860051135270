import { startLoad, type Stood } from './lib/load';
import { median, round } from './lib/figures';
import type { Outcome } from './lib/outcome';
import { fillWithPeople } from './lib/people';
import { serve } from './lib/server';
import { buildVariant, ROUTE } from './lib/variants';
import { openWorld } from './lib/world';

const PEOPLE = 100_000;
const TARGET = 0.85; // of the empty proxy's requests a second
const P99_MAY_ADD = 3; // milliseconds
const CONNECTIONS = 16;
const WARM_UP = 4;
const ROUNDS = 9;
const SECONDS = 3; // a round and variant
const VARIANTS = ['ungated', 'emptyProxy', 'gated'] as const;

type Compared = (typeof VARIANTS)[number];
type Rounds = Record<Compared, Stood[]>;

/**
 * What the gate costs: one JSON route ungated, behind an empty proxy, and gated in full (front door
 * and inside). The variants take turns, so that the machine's drift meets all of them alike.
 */
export async function gate(): Promise<Outcome> {
  const folders = new Map<Compared, string>();
  for (const name of VARIANTS) folders.set(name, await buildVariant(name));
  const world = await openWorld();
  console.error(`Making ${PEOPLE} people and sessions …`);
  await fillWithPeople(world.databaseUrl, PEOPLE);
  const ports = new Map<Compared, number>();
  for (const [name, folder] of folders) ports.set(name, await serve(world, folder));
  await assertGates(ports);
  return judge(await measure(ports));
}

/** A variant that gates when it should not, or the reverse, would measure something else. */
async function assertGates(ports: Map<Compared, number>): Promise<void> {
  for (const [name, port] of ports) {
    const { status } = await fetch(`http://127.0.0.1:${port}${ROUTE}`);
    const expected = name === 'gated' ? 401 : 200;
    if (status !== expected) throw new Error(`${name} answers ${status} to nobody.`);
  }
}

async function measure(ports: Map<Compared, number>): Promise<Rounds> {
  const load = startLoad();
  const stand = (name: Compared, seconds: number) =>
    load.ask({
      port: ports.get(name) ?? 0,
      path: ROUTE,
      connections: CONNECTIONS,
      seconds,
      people: PEOPLE,
    });
  for (const name of VARIANTS) await stand(name, WARM_UP);
  const rounds: Rounds = { ungated: [], emptyProxy: [], gated: [] };
  for (let i = 0; i < ROUNDS; i += 1) {
    // Nobody is always first.
    const order = [...VARIANTS.slice(i % 3), ...VARIANTS.slice(0, i % 3)];
    for (const name of order) rounds[name].push(await stand(name, SECONDS));
    const line = VARIANTS.map((name) => `${name} ${round(rounds[name][i]?.perSecond ?? 0)}/s`);
    console.error(`Round ${i + 1} of ${ROUNDS}: ${line.join(', ')}`);
  }
  return rounds;
}

function judge(rounds: Rounds): Outcome {
  const middle = (name: Compared, figure: keyof Stood, digits = 1) =>
    round(median(rounds[name].map((stood) => stood[figure])), digits);
  const figures = (name: Compared) => ({
    perSecond: middle(name, 'perSecond', 0),
    p50: middle(name, 'p50'),
    p99: middle(name, 'p99'),
  });
  const each = rounds.gated.map(({ perSecond }, i) => {
    const other = rounds.emptyProxy[i]?.perSecond ?? Number.NaN;
    return round(perSecond / other, 3);
  });
  const ratio = round(middle('gated', 'perSecond') / middle('emptyProxy', 'perSecond'), 3);
  const p99Added = round(middle('gated', 'p99') - middle('emptyProxy', 'p99'), 1);
  return {
    ratio,
    target: TARGET,
    ok: ratio >= TARGET && p99Added <= P99_MAY_ADD,
    figures: {
      p99Added,
      p99MayAdd: P99_MAY_ADD,
      ungated: figures('ungated'),
      emptyProxy: figures('emptyProxy'),
      gated: figures('gated'),
      ratioOfRounds: { lowest: Math.min(...each), highest: Math.max(...each) },
      people: PEOPLE,
      connections: CONNECTIONS,
      rounds: ROUNDS,
      secondsEach: SECONDS,
    },
  };
}
