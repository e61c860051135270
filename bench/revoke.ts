import { median, round } from './lib/figures';
import { startHammer, type Strike } from './lib/hammer';
import { type Locked, startLocker } from './lib/lock';
import type { Outcome } from './lib/outcome';
import { fillWithPeople, userIdOf } from './lib/people';
import { serve } from './lib/server';
import { buildVariant, ROUTE } from './lib/variants';
import { openWorld } from './lib/world';

const CROWD = 1000; // locked in one set
const ROUNDS = 5; // each with a crowd of its own
const SERVERS = 2;
const CONNECTIONS = 48;
const TURN = CROWD * SERVERS; // so many requests, and everybody has met every server

type Round = Locked & { strikes: Strike[] };

/**
 * Whether a lock binds on the next request, in every process: a crowd hammers two servers while a
 * third process locks all of it in one set. The ratio is the number of requests that began after
 * the command had returned and were served all the same.
 */
export async function revoke(): Promise<Outcome> {
  const folder = await buildVariant('gated');
  const world = await openWorld();
  await fillWithPeople(world.databaseUrl, 1 + ROUNDS * CROWD);
  const ports: number[] = [];
  while (ports.length < SERVERS) ports.push(await serve(world, folder));
  const hammer = startHammer();
  const locker = startLocker(world);
  const rounds: Round[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const people = Array.from({ length: CROWD }, (_, k) => 1 + i * CROWD + k);
    await hammer.ask({ begin: { ports, path: ROUTE, people, connections: CONNECTIONS } });
    await hammer.ask({ await: TURN });
    const locked = await locker.ask({ userIds: people.map(userIdOf) });
    await hammer.ask({ await: 2 * TURN });
    rounds.push({ ...locked, strikes: await hammer.ask({ end: true }) });
    console.error(`Round ${i + 1} of ${ROUNDS}: ${JSON.stringify(countRound(rounds[i]!))}`);
  }
  return judge(rounds);
}

function countRound({ called, returned, outcomes, strikes }: Round) {
  const before = strikes.filter(({ ended }) => ended < called);
  const after = strikes.filter(({ began }) => began > returned);
  const refused = strikes.filter(({ status }) => status === 401);
  const having = (list: Strike[], wanted: number) =>
    list.filter(({ status }) => status === wanted).length;
  const met = new Set(after.map(({ person, port }) => `${person} ${port}`)).size;
  return {
    servedBefore: having(before, 200),
    duringLock: strikes.length - before.length - after.length,
    servedAfter: having(after, 200),
    refusedAfter: having(after, 401),
    everybodyAfter: met === TURN,
    otherAnswers: strikes.length - having(strikes, 200) - refused.length,
    notLocked: CROWD - outcomes.filter(({ outcome }) => outcome === 'done').length,
    lockMs: returned - called,
    // Below 0: refused before the command had even returned.
    firstRefusalMs: Math.min(...refused.map(({ ended }) => ended)) - returned,
    slowestMs: Math.max(...strikes.map(({ began, ended }) => ended - began)),
  };
}

const failuresOf = ({ strikes }: Round) => strikes.flatMap(({ failure }) => failure ?? []);

function judge(rounds: Round[]): Outcome {
  const counts = rounds.map(countRound);
  type Count = 'servedBefore' | 'duringLock' | 'servedAfter' | 'refusedAfter' | 'otherAnswers';
  const sum = (of: Count | 'notLocked') => counts.reduce((total, one) => total + one[of], 0);
  const all = counts.every((one) => one.everybodyAfter && one.servedBefore >= TURN);
  const ratio = sum('servedAfter');
  const faults = sum('otherAnswers') + sum('notLocked');
  return {
    ratio,
    target: 0,
    ok: ratio === 0 && faults === 0 && all,
    figures: {
      servedBefore: sum('servedBefore'),
      duringLock: sum('duringLock'),
      refusedAfter: sum('refusedAfter'),
      hungOrFailed: sum('otherAnswers'),
      failures: [...new Set(rounds.flatMap(failuresOf))],
      notLocked: sum('notLocked'),
      everybodyRefusedByEveryServer: all,
      lockMs: round(median(counts.map((one) => one.lockMs))),
      firstRefusalMs: round(median(counts.map((one) => one.firstRefusalMs)), 1),
      slowestRequestMs: round(Math.max(...counts.map((one) => one.slowestMs))),
      crowd: CROWD,
      rounds: ROUNDS,
      servers: SERVERS,
      connections: CONNECTIONS,
    },
  };
}
