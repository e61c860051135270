import type { Client } from 'pg';
import { DAY } from '@/lib/core/clock';
import { drawActivity, type Right } from './access';
import { inTransaction, settle } from './connection';
import { planContracts } from './contracts';
import { changesOf } from './demo-changes';
import { stateAt } from './demo-states';
import { planOrganisation, type Organisation } from './organisation';
import { hashPassword, newPassword } from './passwords';
import { peopleOf, type Person } from './people';
import { randomOf, shuffled, type Random } from './random';
import { newKey, writeBackupCodes, writeSecondFactors } from './second-factors';
import { planSessions, writeSessions } from './sessions';
import { writeContracts } from './write-contracts';
import { writeOrganisation } from './write-organisation';
import { writeEvents, writePeople } from './write-people';
import { writeSnapshots } from './write-snapshots';

export interface SignIn {
  email: string;
  password: string;
  right: string;
  /** Of their authenticator app, for whom a second factor is on. */
  key?: string;
}

const PEOPLE = 300;
const SESSIONS = 40;
const CONTRACTS = 15;
const SEED = -1; // no seed that a command can name
const COMPANIES = ['Nordlicht Energie', 'Cascadia Health'];
const WITHOUT_COMPANY = 12;

// The first people: which of the companies, which right. The last of them is staff without a right.
// Then come the ordinary user who may sign in, and one whose second factor is on.
const STAFF: readonly { company: number; right: Right | null }[] = [
  { company: 0, right: 'superuser' },
  { company: 0, right: 'organisation_admin' },
  { company: 0, right: 'user_admin' },
  { company: 0, right: 'auditor' },
  { company: 1, right: 'party2_user_admin' },
  { company: 1, right: 'organisation_admin' },
  { company: 1, right: 'user_admin' },
  { company: 1, right: null },
];
const PARTY2_ADMIN = STAFF.findIndex(({ right }) => right === 'party2_user_admin');
const ORDINARY = STAFF.length + 1;
const WITH_SECOND_FACTOR = ORDINARY + 1;
const SIGN_INS = [1, 2, 3, 4, 5, ORDINARY, WITH_SECOND_FACTOR];

function companyOf({ companies }: Organisation, r: Random, n: number) {
  if (n > PEOPLE - WITHOUT_COMPANY) return null;
  const drawn = n > WITH_SECOND_FACTOR && r.chance(0.45) ? 1 : 0;
  return companies[STAFF[n - 1]?.company ?? drawn]!;
}

/** Everybody before the states: people have come evenly over a year and a half. */
function draft(organisation: Organisation, now: Date): { person: Person; r: Random }[] {
  const make = peopleOf(organisation);
  return Array.from({ length: PEOPLE }, (_, i) => {
    const n = i + 1;
    const r = randomOf(SEED, 'person', n);
    const createdAt = new Date(now.getTime() - (PEOPLE - i) * 1.8 * DAY - r.int(DAY));
    return { person: make(r, { n, createdAt, company: companyOf(organisation, r, n) }), r };
  });
}

/** Gives the first people their rights and everybody else the states, strewn about. */
function settleAccess({ person, r }: { person: Person; r: Random }, now: Date, locker: string) {
  const { n, createdAt, access } = person;
  if (n <= WITH_SECOND_FACTOR) {
    const staff = STAFF[n - 1];
    person.source = 'local';
    Object.assign(access, {
      isStaff: !!staff,
      adminRight: staff?.right ?? null,
      directoryAllows: null,
      twoFactorEnabledAt: n === WITH_SECOND_FACTOR ? createdAt : null,
    });
  } else {
    const place = shuffled(n, PEOPLE - WITH_SECOND_FACTOR, 0);
    if (person.source === 'directory') access.directoryAllows = r.chance(0.85);
    Object.assign(access, stateAt(place)(r, { now, createdAt, locker, source: person.source }));
  }
  drawActivity(r, now, person);
}

async function givePasswords(
  client: Client,
  people: Person[],
  keys: Map<string, string>,
): Promise<SignIn[]> {
  const signIns = await Promise.all(
    SIGN_INS.map(async (n) => {
      const { id, email, access } = people[n - 1]!;
      const password = newPassword();
      const key = keys.get(id);
      const signIn = { email, password, right: access.adminRight ?? 'user', ...(key && { key }) };
      return { id, hash: await hashPassword(password), signIn };
    }),
  );
  await client.query(
    `INSERT INTO password_credentials (user_id, hash)
     SELECT * FROM unnest($1::uuid[], $2::text[])`,
    [signIns.map(({ id }) => id), signIns.map(({ hash }) => hash)],
  );
  return signIns.map(({ signIn }) => signIn);
}

async function refusePeople(client: Client) {
  await client.query('LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE');
  const { rowCount } = await client.query('SELECT FROM users LIMIT 1');
  if (!rowCount) return;
  throw new Error('The demonstration needs an empty database, and this one has people already.');
}

/**
 * Fills an empty database with two companies and 300 people in every state, in one transaction, and
 * returns who may sign in with which password and key, made now (spec §18). Refuses a database with
 * people.
 */
export async function seedDemo(databaseUrl: string): Promise<{ signIns: SignIn[] }> {
  const signIns = await inTransaction(databaseUrl, async (client) => {
    await refusePeople(client);
    const now = new Date();
    const began = new Date(now.getTime() - 600 * DAY);
    const organisation = planOrganisation(SEED, began, COMPANIES.length, COMPANIES);
    const drafts = draft(organisation, now);
    const people = drafts.map(({ person }) => person);
    const locker = people[0]!.id;
    for (const drafted of drafts) settleAccess(drafted, now, locker);
    const sessions = planSessions(SEED, people.slice(WITH_SECOND_FACTOR), now, {
      first: 0,
      count: SESSIONS,
    });
    const contracts = planContracts(SEED, people, now, {
      first: 0,
      count: CONTRACTS,
      guest: people[PARTY2_ADMIN]!,
    });
    await writeOrganisation(client, organisation);
    await writePeople(client, SEED, people);
    await writeEvents(client, SEED, changesOf(people, now, locker));
    await writeSessions(client, sessions);
    await writeContracts(client, SEED, contracts);
    await writeSnapshots(client, SEED, people, contracts);
    const keys = await writeSecondFactors(client, people, newKey);
    await writeBackupCodes(client, people);
    return givePasswords(client, people, keys);
  });
  await settle(databaseUrl);
  return { signIns };
}
