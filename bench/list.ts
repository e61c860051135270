import pg from 'pg';
import { adoptSettings } from '../scripts/lib/settings';
import { percentile, round } from './lib/figures';
import { type AskedOnce, startAsking } from './lib/list';
import { growTo } from './lib/list-people';
import type { Outcome } from './lib/outcome';
import { openWorld } from './lib/world';

const SIZES = [10_000, 100_000, 1_000_000];
const QUESTIONS = 200;
const ROUNDS = 2; // the first warms up
const TARGET = 0.5; // of the plain question's p95, page and count together
const PAGE_AT_MOST = 100; // milliseconds, p95
const COUNT_AT_MOST = 300;

/**
 * What the people list costs: two hundred combinations of filters, orders and pages through the
 * application's own code, against the same questions asked plainly of one table, in turns. `most`
 * leaves out the sizes above it, to try.
 */
export async function list(most = Number(process.argv[3] ?? SIZES.at(-1))): Promise<Outcome> {
  const world = await openWorld();
  adoptSettings(world.dataDir, world.databaseUrl); // the seed seals second factors
  const client = new pg.Client(world.databaseUrl);
  await client.connect();
  const sizes = SIZES.filter((size) => size <= most);
  const found: ReturnType<typeof judge>[] = [];
  for (const people of sizes) {
    console.error(`Making ${people.toLocaleString('en')} people …`);
    await growTo(client, world.databaseUrl, people);
    const asking = startAsking(world);
    const asked = await asking.ask({ questions: QUESTIONS, rounds: ROUNDS, today: new Date() });
    found.push(judge(people, asked));
    console.error(JSON.stringify(found.at(-1)));
    tellSlowest(asked);
  }
  await client.end();
  return outcomeOf(found);
}

function tellSlowest(asked: AskedOnce[]) {
  const slowest = [...asked].sort((a, b) => b.both - a.both).slice(0, 12);
  for (const { page, count, plain, text } of slowest) {
    console.error(`  page ${round(page)} count ${round(count)} plain ${round(plain)} ${text}`);
  }
}

function judge(people: number, asked: AskedOnce[]) {
  const p95 = (of: (one: AskedOnce) => number) => round(percentile(asked.map(of), 0.95), 1);
  const [ours, plain] = [p95(({ both }) => both), p95((one) => one.plain)];
  return {
    people,
    pageP95: p95(({ page }) => page),
    countP95: p95(({ count }) => count),
    bothP95: ours,
    plainP95: plain,
    ratio: round(ours / plain, 3),
    differs: asked.filter(({ differs }) => differs).length,
  };
}

function outcomeOf(found: ReturnType<typeof judge>[]): Outcome {
  const last = found.at(-1)!;
  const same = found.every(({ differs }) => differs === 0);
  const inTime = last.pageP95 <= PAGE_AT_MOST && last.countP95 <= COUNT_AT_MOST;
  return {
    ratio: last.ratio,
    target: TARGET,
    ok: last.ratio <= TARGET && inTime && same,
    figures: {
      ...last,
      pageP95AtMost: PAGE_AT_MOST,
      countP95AtMost: COUNT_AT_MOST,
      questions: QUESTIONS,
      smaller: found.slice(0, -1),
    },
  };
}
