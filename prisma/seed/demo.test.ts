import { verify } from '@node-rs/argon2';
import { beforeAll, describe, expect, it } from 'vitest';
import { unseal } from '@/lib/core/seal';
import { freshDatabase } from '@/tests/database';
import { sql } from '@/tests/sql';
import type { SignIn } from './demo';
import { seedDemo } from './index';
import { BROKEN, contractsOf, everybody, expectEveryState } from './seed-checks';

describe('the demonstration', () => {
  let signIns: SignIn[];
  beforeAll(async () => {
    ({ signIns } = await seedDemo(process.env.DATABASE_URL!));
  }, 60_000);

  it('has 300 people in every state, in two companies of different time zones', async () => {
    const rows = await everybody();
    expect(rows).toHaveLength(300);
    expectEveryState(rows);
    expect(rows.filter(({ sessions }) => sessions > 0).length).toBeGreaterThan(20);
    expect(await sql(BROKEN)).toEqual([]);
    expect(await sql('SELECT DISTINCT time_zone FROM companies')).toHaveLength(2);
  });

  it('lets staff of each right and two ordinary users in, owing nothing but a second factor', async () => {
    const rights = signIns.map(({ right }) => right);
    const staff = ['superuser', 'organisation_admin', 'user_admin', 'auditor', 'party2_user_admin'];
    expect(rights).toEqual([...staff, 'user', 'user']);
    expect(signIns.map(({ key }) => key !== undefined)).toEqual(
      [...staff, 'user'].map(() => false).concat(true),
    );
    for (const { email, password, right, key } of signIns) {
      const [row] = await sql<{ hash: string }>(
        `SELECT p.hash, coalesce(a.admin_right::text, 'user') AS right, u.source,
          a.is_active AND a.locked_at IS NULL AND a.start_date IS NULL AND a.end_date IS NULL AS enters,
          a.password_change_owed OR a.two_factor_required OR a.profile_completion_owed AS owes,
          a.two_factor_enabled_at IS NOT NULL AS factor
        FROM users u JOIN user_access a ON a.user_id = u.id
        JOIN password_credentials p ON p.user_id = u.id WHERE u.email = $1`,
        [email],
      );
      expect(row).toMatchObject({
        right,
        source: 'local',
        enters: true,
        owes: false,
        factor: !!key,
      });
      expect(row!.hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
      expect(await verify(row!.hash, password)).toBe(true);
    }
    const [row] = await sql('SELECT count(*)::int AS count FROM password_credentials');
    expect(row).toEqual({ count: signIns.length });
  });

  it('has contracts of both companies, and a Party 2 administrator on some of the other', async () => {
    expect(await contractsOf()).toMatchObject({ contracts: 15 });
    expect(await sql('SELECT DISTINCT company_id FROM contracts')).toHaveLength(2);
    const [row] = await sql<{ count: number }>(`
      SELECT count(*)::int AS count FROM assignments s
      JOIN user_access a ON a.user_id = s.user_id JOIN contracts k ON k.id = s.contract_id
      WHERE a.admin_right = 'party2_user_admin' AND s.party = 2 AND s.is_active AND s.threshold > 0
        AND a.company_id <> s.company_id AND k.archived_at IS NULL AND NOT k.is_practice`);
    expect(row!.count).toBeGreaterThan(1);
  });

  it('has a key and ten backup codes for everybody whose second factor is on, and prints one', async () => {
    const rows = await sql<{ id: string; email: string; secret: string; codes: number }>(`
      SELECT u.id, u.email, t.secret,
        (SELECT count(*)::int FROM backup_codes b WHERE b.user_id = u.id) AS codes
      FROM users u JOIN user_access a ON a.user_id = u.id
      LEFT JOIN totp_credentials t ON t.user_id = u.id AND t.confirmed_at IS NOT NULL
      WHERE a.two_factor_enabled_at IS NOT NULL`);
    expect(rows).toHaveLength(19);
    for (const { id, email, secret, codes } of rows) {
      const key = unseal(secret, id);
      expect([key.length, codes]).toEqual([32, 10]);
      const signIn = signIns.find((known) => known.email === email);
      if (signIn) expect(signIn.key).toBe(key);
    }
  });

  it('makes new passwords and keys each time', async () => {
    const again = await seedDemo(await freshDatabase());
    const passwords = [...signIns, ...again.signIns].map(({ password }) => password);
    expect(new Set(passwords).size).toBe(2 * signIns.length);
    expect(again.signIns.at(-1)!.key).not.toBe(signIns.at(-1)!.key);
    for (const password of passwords) expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  });

  it('is not for a database with people, says one line, and leaves it as it was', async () => {
    await expect(seedDemo(process.env.DATABASE_URL!)).rejects.toThrow(/^[^\n]+people already\.$/);
    const [row] = await sql('SELECT count(*)::int AS count FROM users');
    expect(row).toEqual({ count: 300 });
  });
});
