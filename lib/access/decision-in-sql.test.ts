import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { db, Prisma } from '@/lib/core/db';
import { DAY, MINUTE } from '@/lib/core/clock';
import { TIME_ZONES } from '@/lib/organisation/time-zones';
import { sql } from '@/tests/sql';
import { accessStatus, refusals } from './decision';
import { accessStatusSql, todaySql } from './sql';

const ZONES = [
  'UTC',
  'Europe/Kyiv',
  'America/New_York',
  'America/Santiago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
];
const SPRING = Date.UTC(2026, 2, 29);
const companies: { id: string | null; zone: string }[] = [{ id: null, zone: 'UTC' }];

beforeAll(async () => {
  for (const zone of ZONES) {
    const [row] = await sql<{ id: string }>(
      'INSERT INTO companies (name, time_zone) VALUES ($1, $1) RETURNING id',
      [zone],
    );
    companies.push({ id: row!.id, zone });
  }
});

const dayAt = (offset: number) => new Date(SPRING + offset * DAY).toISOString().slice(0, 10);
const day = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null });
const person = fc
  .record({
    company: fc.nat({ max: ZONES.length }),
    isActive: fc.boolean(),
    locked: fc.boolean(),
    start: day,
    end: day,
    directoryAllows: fc.constantFrom(null, true, false),
  })
  .filter(({ start, end }) => start === null || end === null || start <= end);
type Drawn = typeof person extends fc.Arbitrary<infer T> ? T : never;

// Around midnight somewhere on earth, and a millisecond to either side.
const instant = fc
  .tuple(fc.integer({ min: -4 * 96, max: 4 * 96 }), fc.integer({ min: -1, max: 1 }))
  .map(([quarters, edge]) => new Date(SPRING + quarters * 15 * MINUTE + edge));

async function insert(people: Drawn[]): Promise<void> {
  const rows = people.map((drawn, i) => ({
    ...drawn,
    id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    company: companies[drawn.company]!.id,
    start: drawn.start === null ? null : dayAt(drawn.start),
    end: drawn.end === null ? null : dayAt(drawn.end),
  }));
  await sql('DELETE FROM users');
  await sql(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, company uuid,
        "isActive" boolean, locked boolean, start date, "end" date, "directoryAllows" boolean)),
      made AS (
        INSERT INTO users (id, email, first_name, last_name, company_id)
        SELECT id, id || '@example.org', 'Ann', 'Example', company FROM given)
     SELECT 1`,
    [JSON.stringify(rows)],
  );
  await sql(
    `INSERT INTO user_access (user_id, is_active, locked_at, lock_reason, start_date, end_date,
        directory_allows)
     SELECT id, "isActive", CASE WHEN locked THEN now() END, CASE WHEN locked THEN 'test' END,
       start, "end", "directoryAllows"
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "isActive" boolean, locked boolean,
       start date, "end" date, "directoryAllows" boolean)`,
    [JSON.stringify(rows)],
  );
}

function expected(drawn: Drawn, at: Date, today: string): string {
  const facts = {
    isActive: drawn.isActive,
    lockedAt: drawn.locked ? at : null,
    startDate: drawn.start === null ? null : dayAt(drawn.start),
    endDate: drawn.end === null ? null : dayAt(drawn.end),
    directoryAllows: drawn.directoryAllows,
    today,
  };
  expect(accessStatus(facts)).toBe(refusals(facts)[0] ?? 'active');
  return accessStatus(facts);
}

it('is the same in SQL as in code, for generated people at generated instants', async () => {
  const people = fc.array(person, { minLength: 100, maxLength: 200, size: 'max' });
  const instants = fc.array(instant, { minLength: 6, maxLength: 12, size: 'max' });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(people, instants, async (drawn, moments) => {
      await insert(drawn);
      const answers = await db().$queryRaw<{ statuses: string[]; days: string[] }[]>`
        SELECT array_agg(${accessStatusSql(Prisma.sql`m.at`)} ORDER BY m.n) AS statuses,
          array_agg(${todaySql(Prisma.sql`m.at`)}::text ORDER BY m.n) AS days
        FROM user_access a LEFT JOIN companies c ON c.id = a.company_id
        CROSS JOIN unnest(${moments}::timestamptz[]) WITH ORDINALITY AS m (at, n)
        GROUP BY a.user_id ORDER BY a.user_id`;
      const statuses = answers.map((answer) => answer.statuses);
      statuses.flat().forEach((status) => seen.add(status));
      expect(statuses).toEqual(
        drawn.map((one, i) => moments.map((at, n) => expected(one, at, answers[i]!.days[n]!))),
      );
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect([...seen].sort()).toEqual(
    ['active', 'deactivated', 'directory', 'expired', 'locked', 'not-started'].sort(),
  );
});

// In Kyiv 29 March 2026 has 23 hours, in New York 1 November 25; in Santiago 6 September begins at
// one o'clock, for midnight does not exist. Kiritimati is 14 hours ahead, Kathmandu 5:45.
it.each<[string, string | null, string | null, string, string]>([
  ['UTC', '2026-06-15', '2026-06-15', '2026-06-14T23:59:59.999Z', 'not-started'],
  ['UTC', '2026-06-15', '2026-06-15', '2026-06-15T00:00:00.000Z', 'active'],
  ['UTC', '2026-06-15', '2026-06-15', '2026-06-15T23:59:59.999Z', 'active'],
  ['UTC', '2026-06-15', '2026-06-15', '2026-06-16T00:00:00.000Z', 'expired'],
  ['Europe/Kyiv', '2026-03-29', '2026-03-29', '2026-03-28T21:59:59.999Z', 'not-started'],
  ['Europe/Kyiv', '2026-03-29', '2026-03-29', '2026-03-28T22:00:00.000Z', 'active'],
  ['Europe/Kyiv', '2026-03-29', '2026-03-29', '2026-03-29T20:59:59.999Z', 'active'],
  ['Europe/Kyiv', '2026-03-29', '2026-03-29', '2026-03-29T21:00:00.000Z', 'expired'],
  ['America/New_York', '2026-11-01', '2026-11-01', '2026-11-01T03:59:59.999Z', 'not-started'],
  ['America/New_York', '2026-11-01', '2026-11-01', '2026-11-01T04:00:00.000Z', 'active'],
  ['America/New_York', '2026-11-01', '2026-11-01', '2026-11-02T04:59:59.999Z', 'active'],
  ['America/New_York', '2026-11-01', '2026-11-01', '2026-11-02T05:00:00.000Z', 'expired'],
  ['America/Santiago', '2026-09-06', null, '2026-09-06T03:59:59.999Z', 'not-started'],
  ['America/Santiago', '2026-09-06', null, '2026-09-06T04:00:00.000Z', 'active'],
  ['Pacific/Kiritimati', '2026-01-01', null, '2025-12-31T09:59:59.999Z', 'not-started'],
  ['Pacific/Kiritimati', '2026-01-01', null, '2025-12-31T10:00:00.000Z', 'active'],
  ['Etc/GMT+12', null, '2025-12-31', '2026-01-01T11:59:59.999Z', 'active'],
  ['Etc/GMT+12', null, '2025-12-31', '2026-01-01T12:00:00.000Z', 'expired'],
  ['Asia/Kathmandu', '2026-02-28', '2026-02-28', '2026-02-27T18:14:59.999Z', 'not-started'],
  ['Asia/Kathmandu', '2026-02-28', '2026-02-28', '2026-02-28T18:14:59.999Z', 'active'],
  ['Asia/Kathmandu', '2026-02-28', '2026-02-28', '2026-02-28T18:15:00.000Z', 'expired'],
])(
  'a day begins and ends in %s: from %s to %s, at %s: %s',
  async (zone, start, end, at, status) => {
    const moment = Prisma.sql`${new Date(at)}::timestamptz`;
    const [row] = await db().$queryRaw<{ status: string }[]>`
    SELECT ${accessStatusSql(moment)} AS status
    FROM (SELECT TRUE AS is_active, NULL::timestamptz AS locked_at, ${start}::date AS start_date,
      ${end}::date AS end_date, NULL::boolean AS directory_allows) a,
      (SELECT ${zone} AS time_zone) c`;
    expect(row?.status).toBe(status);
  },
);

it('knows every time zone that can be chosen', async () => {
  const rows = await sql<{ day: string }>(
    'SELECT (now() AT TIME ZONE zone)::date::text AS day FROM unnest($1::text[]) AS zone',
    [TIME_ZONES],
  );
  expect(rows).toHaveLength(new Set(TIME_ZONES).size);
});
