import { verify } from '@node-rs/argon2';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '@/tests/database';
import { sql } from '@/tests/sql';
import type { SignIn } from './demo';
import { seedDemo } from './index';
import { BROKEN, everybody, expectEveryState } from './seed-checks';

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

  it('lets staff of each right and one ordinary user in, owing nothing', async () => {
    const rights = signIns.map(({ right }) => right);
    expect(rights).toEqual(['superuser', 'organisation_admin', 'user_admin', 'auditor', 'user']);
    for (const { email, password, right } of signIns) {
      const [row] = await sql<{ hash: string }>(
        `SELECT p.hash, coalesce(a.admin_right::text, 'user') AS right, u.source,
          a.is_active AND a.locked_at IS NULL AND a.start_date IS NULL AND a.end_date IS NULL AS enters,
          a.password_change_owed OR a.two_factor_required OR a.profile_completion_owed
            OR a.two_factor_enabled_at IS NOT NULL AS owes
        FROM users u JOIN user_access a ON a.user_id = u.id
        JOIN password_credentials p ON p.user_id = u.id WHERE u.email = $1`,
        [email],
      );
      expect(row).toMatchObject({ right, source: 'local', enters: true, owes: false });
      expect(row!.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(await verify(row!.hash, password)).toBe(true);
    }
    const [row] = await sql('SELECT count(*)::int AS count FROM password_credentials');
    expect(row).toEqual({ count: signIns.length });
  });

  it('makes new passwords each time', async () => {
    const again = await seedDemo(await freshDatabase());
    const passwords = [...signIns, ...again.signIns].map(({ password }) => password);
    expect(new Set(passwords).size).toBe(2 * signIns.length);
    for (const password of passwords) expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  });

  it('is not for a database with people, says one line, and leaves it as it was', async () => {
    await expect(seedDemo(process.env.DATABASE_URL!)).rejects.toThrow(/^[^\n]+people already\.$/);
    const [row] = await sql('SELECT count(*)::int AS count FROM users');
    expect(row).toEqual({ count: 300 });
  });
});
