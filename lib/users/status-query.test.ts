import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { refusals, type AccessFacts } from '@/lib/access/decision';
import type { Actor } from '@/lib/core/actor';
import { actorOf, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { countUsers, listUsers } from './queries';
import {
  EMPLOYMENTS,
  USER_STATUSES,
  userListQuery,
  type Employment,
  type UserStatus,
} from './schema';

// Between them the calendar shows two or three days at any moment.
const ZONES = ['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Kathmandu', 'America/New_York'];

const day = fc.option(fc.integer({ min: -4, max: 4 }), { freq: 3 });
const person = fc
  .record({
    zone: fc.constantFrom(null, ...ZONES),
    isActive: fc.boolean(),
    locked: fc.boolean(),
    start: day,
    end: day,
    directoryAllows: fc.constantFrom(null, true, false),
    isDirectory: fc.boolean(),
    isStaff: fc.boolean(),
    hasSecondFactor: fc.boolean(),
    owesProfile: fc.boolean(),
  })
  .filter(({ start, end }) => start === null || end === null || start <= end);
type Drawn = typeof person extends fc.Arbitrary<infer T> ? T : never;

type Stored = Drawn & { id: string; facts: AccessFacts };

const tag = randomUUID().slice(0, 8);
let superuser: Actor;

beforeAll(async () => {
  superuser = actorOf(await makePerson({ right: 'superuser', company: null, lastName: 'Apart' }));
  await sql(
    `INSERT INTO companies (name, time_zone) SELECT $1 || zone, zone FROM unnest($2::text[]) AS zone`,
    [tag, ZONES],
  );
});

/** Writes them, dates counted from the UTC day, and reads back what the decision is about. */
async function store(people: Drawn[]): Promise<Stored[]> {
  await sql('DELETE FROM users WHERE last_name = $1', [tag]);
  const rows = people.map((drawn) => ({ ...drawn, id: randomUUID() }));
  await sql(
    `INSERT INTO users (id, email, first_name, last_name, company_id, source)
     SELECT r.id, r.id || '@example.org', 'Ann', $2, c.id,
       CASE WHEN r."isDirectory" THEN 'directory' ELSE 'local' END::user_source
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, zone text, "isDirectory" boolean)
     LEFT JOIN companies c ON c.name = $2 || r.zone`,
    [JSON.stringify(rows), tag],
  );
  const read = await sql<{ id: string } & AccessFacts>(
    `WITH given AS (
       SELECT *, (now() AT TIME ZONE 'UTC')::date AS utc FROM jsonb_to_recordset($1::jsonb) AS r (
         id uuid, zone text, "isActive" boolean, locked boolean, start int, "end" int,
         "directoryAllows" boolean, "isStaff" boolean, "hasSecondFactor" boolean,
         "owesProfile" boolean)),
     made AS (
       INSERT INTO user_access (user_id, is_active, locked_at, lock_reason, start_date, end_date,
         directory_allows, is_staff, two_factor_enabled_at, profile_completion_owed)
       SELECT id, "isActive", CASE WHEN locked THEN now() END, CASE WHEN locked THEN 'test' END,
         utc + start, utc + "end", "directoryAllows", "isStaff",
         CASE WHEN "hasSecondFactor" THEN now() END, "owesProfile"
       FROM given
       RETURNING *)
     SELECT user_id AS id, is_active AS "isActive", locked_at AS "lockedAt",
       start_date::text AS "startDate", end_date::text AS "endDate",
       directory_allows AS "directoryAllows",
       (now() AT TIME ZONE coalesce(zone, 'UTC'))::date::text AS today
     FROM made JOIN given ON id = user_id`,
    [JSON.stringify(rows)],
  );
  const facts = new Map(read.map((row) => [row.id, row]));
  return rows.map((row) => ({ ...row, facts: facts.get(row.id)! }));
}

const hasStatus = (one: Stored, status: UserStatus): boolean => {
  const refused = refusals(one.facts);
  const answers: Record<UserStatus, boolean> = {
    active: refused.length === 0,
    inactive: refused.includes('deactivated'),
    locked: refused.includes('locked'),
    'not-started': refused.includes('not-started'),
    expired: refused.includes('expired'),
    'profile-completed': one.zone !== null && !one.owesProfile,
    staff: one.isStaff,
    'two-factor-missing': !one.hasSecondFactor,
    directory: one.isDirectory,
  };
  return answers[status];
};

function employmentOf({ facts }: Stored): Employment {
  if (facts.startDate === null && facts.endDate === null) return 'no-dates';
  const refused = refusals(facts);
  if (refused.includes('not-started')) return 'future';
  return refused.includes('expired') ? 'past' : 'current';
}

async function expectSame(filter: object, people: Stored[]) {
  const query = userListQuery.parse({ q: tag, size: '100', sort: 'email', ...filter });
  const { rows } = await listUsers(superuser, query);
  expect(rows.map(({ id }) => id)).toEqual(people.map(({ id }) => id).sort());
  expect(await countUsers(superuser, query)).toBe(people.length);
}

it('finds by status and employment whom the access decision means, for generated people', async () => {
  const people = fc.array(person, { minLength: 60, maxLength: 100, size: 'max' });
  const set = fc.subarray([...USER_STATUSES], { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(people, fc.array(set, { minLength: 4, maxLength: 4 }), async (drawn, sets) => {
      const stored = await store(drawn);
      for (const statuses of [...USER_STATUSES.map((status) => [status]), ...sets]) {
        const expected = stored.filter((one) => statuses.every((each) => hasStatus(one, each)));
        await expectSame({ status: statuses.join(',') }, expected);
      }
      for (const employment of EMPLOYMENTS) {
        const expected = stored.filter((one) => employmentOf(one) === employment);
        await expectSame({ employment }, expected);
        for (const statuses of sets) {
          const both = expected.filter((one) => statuses.every((each) => hasStatus(one, each)));
          await expectSame({ employment, status: statuses.join(',') }, both);
        }
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
});

it('counts who was not active from a day on, in UTC, and who never was', async () => {
  await sql('DELETE FROM users WHERE last_name = $1', [tag]);
  const make = async (lastActive: string | null) => {
    const { id } = await makePerson({ lastName: tag });
    await sql('UPDATE user_access SET last_active_at = $2 WHERE user_id = $1', [id, lastActive]);
    return id;
  };
  await make('2026-03-10T00:00:00Z');
  const idle = [await make('2026-03-09T23:59:59.999Z'), await make(null)];
  const query = userListQuery.parse({ q: tag, idleSince: '2026-03-10' });
  const { rows: found } = await listUsers(superuser, query);
  expect(found.map(({ id }) => id).sort()).toEqual(idle.sort());
  expect(await countUsers(superuser, query)).toBe(2);
});
