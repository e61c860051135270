import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { db, Prisma } from '@/lib/core/db';
import { DAY, HOUR, MINUTE } from '@/lib/core/clock';
import { TIME_ZONES } from '@/lib/organisation/time-zones';
import { sql } from '@/tests/sql';
import { accessStatus, dayIn, refusals } from './decision';
import { accessStatusSql } from './sql';

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

function expected(drawn: Drawn, at: Date): string {
  const facts = {
    isActive: drawn.isActive,
    lockedAt: drawn.locked ? at : null,
    startDate: drawn.start === null ? null : dayAt(drawn.start),
    endDate: drawn.end === null ? null : dayAt(drawn.end),
    directoryAllows: drawn.directoryAllows,
    timeZone: companies[drawn.company]!.zone,
  };
  expect(accessStatus(facts, at)).toBe(refusals(facts, at)[0] ?? 'active');
  return accessStatus(facts, at);
}

it('is the same in SQL as in code, for generated people at generated instants', async () => {
  const people = fc.array(person, { minLength: 100, maxLength: 200, size: 'max' });
  const instants = fc.array(instant, { minLength: 6, maxLength: 12, size: 'max' });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(people, instants, async (drawn, moments) => {
      await insert(drawn);
      const answers = await db().$queryRaw<{ statuses: string[] }[]>`
        SELECT array_agg(${accessStatusSql(Prisma.sql`m.at`)} ORDER BY m.n) AS statuses
        FROM user_access a LEFT JOIN companies c ON c.id = a.company_id
        CROSS JOIN unnest(${moments}::timestamptz[]) WITH ORDINALITY AS m (at, n)
        GROUP BY a.user_id ORDER BY a.user_id`;
      const statuses = answers.map((answer) => answer.statuses);
      statuses.flat().forEach((status) => seen.add(status));
      expect(statuses).toEqual(drawn.map((one) => moments.map((at) => expected(one, at))));
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect([...seen].sort()).toEqual(
    ['active', 'deactivated', 'directory', 'expired', 'locked', 'not-started'].sort(),
  );
});

it('has the same calendar in every time zone that can be chosen', async () => {
  const moments = Array.from({ length: 80 }, (_, i) => new Date(SPRING + i * 271 * HOUR));
  const rows = await sql<{ zone: string; days: string[] }>(
    `SELECT z.zone, array_agg((m.at AT TIME ZONE z.zone)::date::text ORDER BY m.at) AS days
     FROM unnest($1::text[]) AS z (zone) CROSS JOIN unnest($2::timestamptz[]) AS m (at)
     GROUP BY z.zone`,
    [TIME_ZONES, moments],
  );
  const differing = rows.filter(
    ({ zone, days }) => days.join() !== moments.map((at) => dayIn(zone, at)).join(),
  );
  expect(rows).toHaveLength(new Set(TIME_ZONES).size);
  expect(differing.map(({ zone }) => zone)).toEqual([]);
});
