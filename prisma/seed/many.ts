import type { Client } from 'pg';
import { inTransaction, settle } from './connection';
import { planContracts } from './contracts';
import { drawAccess, isSuperuser } from './draw-access';
import { planOrganisation } from './organisation';
import { peopleOf, type Person } from './people';
import { randomOf } from './random';
import { drawnKey, writeSecondFactors } from './second-factors';
import { planSessions, writeSessions } from './sessions';
import { writeContracts } from './write-contracts';
import { markOf, writeOrganisation } from './write-organisation';
import { writePeople } from './write-people';
import { writeSnapshots } from './write-snapshots';

const BATCH = 50_000;
const PEOPLE_A_COMPANY = 2_000;
const SESSIONS_A_PERSON = 0.1;
const CONTRACTS_A_PERSON = 0.05;

// Fixed, for the UUIDs hold these moments: people arrive evenly between them.
const FIRST_DAY = new Date('2021-01-04T00:00:00Z');
const LAST_DAY = new Date('2026-06-30T00:00:00Z');

function tell(line: string) {
  process.stderr.write(`seed: ${line}\n`);
}
const count = (value: number) => value.toLocaleString('en');

function assertWhole(name: string, value: number, least: number) {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new Error(`${name} must be a whole number, at least ${least}.`);
}

/** The n-th person's generator and the moment they came. */
function birth(seed: number, users: number, n: number) {
  const r = randomOf(seed, 'person', n);
  const span = LAST_DAY.getTime() - FIRST_DAY.getTime();
  return { r, createdAt: new Date(FIRST_DAY.getTime() + ((n - 1 + r.float()) / users) * span) };
}

/** The id of the first superuser, who locked whoever is locked. */
function lockerOf(seed: number, users: number): string | null {
  const n = 2;
  if (users < n || !isSuperuser(n)) return null;
  const { r, createdAt } = birth(seed, users, n);
  return r.uuid(createdAt);
}

async function isPresent(client: Client, seed: number): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM audit_events WHERE id = $1', [
    markOf(seed, FIRST_DAY),
  ]);
  return rowCount !== 0;
}

type Options = { users: number; seed: number; sessions: number };

async function write(client: Client, { users, seed, sessions }: Options) {
  const [now, started] = [new Date(), performance.now()];
  const companies = Math.max(2, Math.round(users / PEOPLE_A_COMPANY));
  const organisation = planOrganisation(seed, FIRST_DAY, companies);
  await writeOrganisation(client, organisation);

  const person = peopleOf(organisation);
  const locker = lockerOf(seed, users);
  const make = (n: number): Person => {
    const { r, createdAt } = birth(seed, users, n);
    const made = person(r, { n, createdAt });
    drawAccess(r, now, made, locker);
    return made;
  };

  const batches = Math.ceil(users / BATCH);
  const share = (of: number, batch: number) => Math.floor((of * batch) / batches);
  for (let batch = 0; batch < batches; batch += 1) {
    const [from, to] = [share(users, batch), share(users, batch + 1)];
    const people = Array.from({ length: to - from }, (_, i) => make(from + i + 1));
    const [first, next] = [share(sessions, batch), share(sessions, batch + 1)];
    const signedIn = planSessions(seed, people, now, { first, count: next - first });
    await writePeople(client, seed, people);
    await writeSecondFactors(client, people, (somebody) => drawnKey(seed, somebody));
    await writeSessions(client, signedIn);
    const total = Math.floor(users * CONTRACTS_A_PERSON);
    const [begin, stop] = [share(total, batch), share(total, batch + 1)];
    const contracts = planContracts(seed, people, now, { first: begin, count: stop - begin });
    await writeContracts(client, seed, contracts);
    await writeSnapshots(client, seed, people, contracts);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    tell(`${count(to)} of ${count(users)} people, ${count(next)} sessions, ${seconds} s`);
  }
}

/**
 * Adds `users` realistic people with companies, access, memberships, sessions (default: one for
 * every tenth), contracts (one for every twentieth) and audit, in one transaction (spec §18). A seed that is there already is left.
 *
 * The same seed and number give the same people: ids, names, e-mails, phones, creation, relations and
 * states are fixed. Relative to the day of the run are the moments that a state needs: start and end
 * dates, locks, second-factor set-up, last activity, sessions. Nobody has a password; whose second
 * factor is on has the key of an app, sealed under ENCRYPTION_KEYS, and no backup codes.
 */
export async function seedMany(
  databaseUrl: string,
  options: { users: number; seed: number; sessions?: number },
): Promise<void> {
  const { users, seed } = options;
  const sessions = options.sessions ?? Math.round(users * SESSIONS_A_PERSON);
  assertWhole('users', users, 1);
  assertWhole('seed', seed, 0);
  assertWhole('sessions', sessions, 0);
  const done = await inTransaction(databaseUrl, async (client) => {
    if (await isPresent(client, seed)) return false;
    await write(client, { users, seed, sessions });
    return true;
  });
  if (done) await settle(databaseUrl);
  tell(done ? 'done.' : `the people of seed ${seed} are already here; nothing was added.`);
}
