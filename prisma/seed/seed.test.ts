import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { unseal } from '@/lib/core/seal';
import { freshDatabase } from '@/tests/database';
import { sql } from '@/tests/sql';
import { seedMany } from './index';
import { BROKEN, contractsOf, everybody, expectEveryState } from './seed-checks';

// What a seed fixes: everything but the moments that follow the day of the run.
const FIXED = `
  SELECT u.email, u.id, u.first_name, u.last_name, u.phone, u.company_id, u.department_id,
    u.position_id, u.colour, u.source, u.created_at, a.is_active, a.locked_at IS NULL AS unlocked,
    a.lock_reason, a.locked_by_id, a.start_date IS NULL AS always, a.end_date IS NULL AS forever,
    a.directory_allows, a.is_staff, a.admin_right, a.password_change_owed,
    a.profile_completion_owed, a.two_factor_required, a.two_factor_enabled_at IS NULL AS one_factor,
    (SELECT string_agg(role_id::text, ',' ORDER BY role_id) FROM user_roles WHERE user_id = u.id) AS roles,
    (SELECT string_agg(group_id || ' ' || source, ',' ORDER BY group_id) FROM user_groups
      WHERE user_id = u.id) AS groups,
    (SELECT string_agg(s::text || k.number || k.name || k.currency || k.is_practice, ',' ORDER BY s.contract_id)
      FROM assignments s JOIN contracts k ON k.id = s.contract_id WHERE s.user_id = u.id) AS contracts,
    (SELECT string_agg(assignments::text || groups || roles, ',') FROM access_snapshots WHERE user_id = u.id) AS snapshots,
    (SELECT count(*) FROM sessions WHERE user_id = u.id) AS sessions,
    (SELECT string_agg(e::text, ',' ORDER BY e.id) FROM audit_events e WHERE subject_id = u.id) AS events
  FROM users u JOIN user_access a ON a.user_id = u.id`;
const PRINT = `SELECT md5(string_agg(p::text, ';' ORDER BY p.email COLLATE "C")) AS print FROM (${FIXED}) p`;

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}

const fingerprint = async (url: string) => (await ask<{ print: string }>(url, PRINT))[0]!.print;

/** The keys of everybody's app, opened. */
async function keysOf(url: string): Promise<string[]> {
  const rows = await ask<{ id: string; secret: string | null }>(
    url,
    `SELECT a.user_id AS id, t.secret FROM user_access a LEFT JOIN totp_credentials t USING (user_id)
     WHERE a.two_factor_enabled_at IS NOT NULL ORDER BY a.user_id`,
  );
  return rows.map(({ id, secret }) => unseal(secret ?? '', id));
}

const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);

describe('many people', () => {
  beforeAll(() => seedMany(process.env.DATABASE_URL!, { users: 3_000, seed: 1 }), 60_000);

  it('are the same for the same seed, in another database', async () => {
    const other = await freshDatabase();
    await seedMany(other, { users: 3_000, seed: 1 });
    expect(await fingerprint(other)).toBe(await fingerprint(process.env.DATABASE_URL!));
    const keys = await keysOf(other);
    expect(keys).toEqual(await keysOf(process.env.DATABASE_URL!));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(400);
  });

  it('are in every state, signed in only where they may enter', async () => {
    const rows = await everybody();
    expect(rows).toHaveLength(3_000);
    expectEveryState(rows);
    expect(rows.filter((row) => row.sessions === 1)).toHaveLength(300);
    expect(await sql(BROKEN)).toEqual([]);
  });

  it('are on contracts, five on each, a few of other companies', async () => {
    const found = await contractsOf();
    expect(found).toMatchObject({ contracts: 150, currencies: 7 });
    expect(found.assignments! / 150).toBeGreaterThan(4);
    expect(found.assignments! / 150).toBeLessThan(6);
    for (const kind of ['practice', 'archived', 'inactive', 'guests']) {
      expect(found[kind], kind).toBeGreaterThan(3);
    }
  });

  it('have names in several scripts and no password', async () => {
    const [row] = await sql<Record<string, boolean>>(`
      SELECT bool_or(last_name ~ '[А-я]') AND bool_or(last_name ~ '[Α-ω]')
        AND bool_or(last_name ~ '[ا-ي]') AND bool_or(last_name ~ '[א-ת]')
        AND bool_or(last_name ~ '[一-龥]') AND bool_or(last_name ~ '[가-힣]') AS scripts,
        count(phone) = count(DISTINCT phone) AS phones,
        NOT EXISTS (SELECT FROM password_credentials) AS passwordless FROM users`);
    expect(row).toEqual({ scripts: true, phones: true, passwordless: true });
  });

  it('stay as they are when the same seed comes again, and say so', async () => {
    stderr.mockClear();
    await seedMany(process.env.DATABASE_URL!, { users: 10, seed: 1 });
    expect(stderr.mock.calls).toEqual([
      ['seed: the people of seed 1 are already here; nothing was added.\n'],
    ]);
  });

  it('are joined by those of another seed, with exactly as many sessions as asked for', async () => {
    await seedMany(process.env.DATABASE_URL!, { users: 500, seed: 2, sessions: 700 });
    const [row] = await sql(`SELECT (SELECT count(*)::int FROM users) AS users,
      (SELECT count(*)::int FROM sessions) AS sessions`);
    expect(row).toEqual({ users: 3_500, sessions: 1_000 });
    expect(await sql(BROKEN)).toEqual([]);
  });

  it.each([
    { users: 0, seed: 1 },
    { users: 1.5, seed: 1 },
    { users: 1, seed: -1 },
  ])('are refused as %o', async (options) => {
    await expect(seedMany(process.env.DATABASE_URL!, options)).rejects.toThrow(/whole number/);
  });

  it('may be one alone', async () => {
    const url = await freshDatabase();
    await expect(seedMany(url, { users: 1, seed: 9, sessions: 2 })).resolves.toBeUndefined();
  });
});
