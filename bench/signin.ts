import { median, percentile, round } from './lib/figures';
import { startLoad } from './lib/load';
import type { Outcome } from './lib/outcome';
import { fillWithPeople, givePasswords } from './lib/people';
import { startRawHashing } from './lib/raw-hashing';
import { serve } from './lib/server';
import { startSignIns, type SignedIn } from './lib/sign-ins';
import { buildVariant, ROUTE } from './lib/variants';
import { openWorld } from './lib/world';

const PEOPLE = 20_000;
const TARGET = 0.8; // of the argon2id verifications a second that the machine is capable of
const P95_AT_MOST = 250; // milliseconds, of other gated requests beside the sign-ins
const CONNECTIONS = 8;
const BESIDE = 10; // gated requests a second
const ROUNDS = 7;
const WARM_UP = 45; // seconds, until what is run often is compiled
const SECONDS = 5; // a round and side

type Round = SignedIn & { raw: number; besideP95: number };

/**
 * What signing in costs over its password hash: people sign in by the form, each with their own
 * account, against bare argon2id of the same parameters in a process of its own. Both take turns.
 * Beside the sign-ins others go on working.
 */
export async function signin(): Promise<Outcome> {
  const folder = await buildVariant('gated');
  const world = await openWorld();
  await fillWithPeople(world.databaseUrl, PEOPLE);
  await givePasswords(world.databaseUrl);
  const port = await serve(world, folder);
  const rawHashing = startRawHashing();
  const signIns = startSignIns();
  const load = startLoad();
  const beside = { port, path: ROUTE, connections: 4, people: PEOPLE, rate: BESIDE };
  let { next } = await signIns.ask({ port, from: 0, connections: CONNECTIONS, seconds: WARM_UP });
  const rounds: Round[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const raw = await rawHashing.ask({ connections: CONNECTIONS, seconds: SECONDS });
    const [signed, stood] = await Promise.all([
      signIns.ask({ port, from: next, connections: CONNECTIONS, seconds: SECONDS }),
      load.ask({ ...beside, seconds: SECONDS - 1 }),
    ]);
    ({ next } = signed);
    rounds.push({ ...signed, raw, besideP95: stood.p95 });
    console.error(
      `Round ${i + 1} of ${ROUNDS}: argon2id ${round(raw)}/s, sign-ins ${round(signed.perSecond)}/s, beside p95 ${round(stood.p95)} ms`,
    );
  }
  return judge(rounds);
}

function judge(rounds: Round[]): Outcome {
  const middle = (figure: keyof Round, digits = 1) =>
    round(median(rounds.map((one) => one[figure])), digits);
  const each = rounds.map(({ perSecond, raw }) => round(perSecond / raw, 3));
  const ratio = round(middle('perSecond') / middle('raw'), 3);
  const besideP95 = round(
    percentile(
      rounds.map((one) => one.besideP95),
      1,
    ),
  );
  return {
    ratio,
    target: TARGET,
    ok: ratio >= TARGET && besideP95 <= P95_AT_MOST,
    figures: {
      signInsPerSecond: middle('perSecond'),
      argon2idPerSecond: middle('raw'),
      p50: middle('p50'),
      p95: middle('p95'),
      besideP95,
      besideP95AtMost: P95_AT_MOST,
      besidePerSecond: BESIDE,
      ratioOfRounds: { lowest: Math.min(...each), highest: Math.max(...each) },
      connections: CONNECTIONS,
      rounds: ROUNDS,
      secondsEach: SECONDS,
    },
  };
}
