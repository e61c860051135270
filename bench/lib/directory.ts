import pg from 'pg';
import { tokenOf, userIdOf } from './people';

/** So many people, the first ones signed in, have a session. */
export const SIGNED_IN = 1000;

const id = (n: string) => `('${userIdOf(0).slice(0, 24)}' || lpad(to_hex(${n}), 12, '0'))::uuid`;

// Four companies of ten departments with ten positions each, ten groups a company and ten others.
const ORGANISATION = `
  INSERT INTO companies (id, name, time_zone)
  SELECT ${id('c')}, 'Company & Sons ' || c, 'Europe/Kyiv' FROM generate_series(0, 3) AS c;
  INSERT INTO departments (id, company_id, name)
  SELECT ${id('d')}, ${id('d % 4')}, 'Department ' || d FROM generate_series(0, 39) AS d;
  INSERT INTO positions (id, department_id, name)
  SELECT ${id('p')}, ${id('p % 40')}, 'Position ' || p FROM generate_series(0, 399) AS p;
  INSERT INTO access_groups (id, company_id, name)
  SELECT ${id('g')}, CASE WHEN g < 40 THEN ${id('g % 4')} END, 'Access group ' || g
  FROM generate_series(0, 49) AS g;`;

// Names and colours as if at random, always the same; everybody in two groups of either kind.
const PEOPLE = (from: number, to: number) => `
  INSERT INTO users (id, email, first_name, last_name, phone, colour, company_id, department_id, position_id)
  SELECT ${id('n')}, 'person-' || n || '@bench.example', initcap(substr(md5('f' || n % 900), 1, 7)),
    initcap(substr(md5('l' || n), 1, 9)), '+38044' || (1000000 + n),
    '#' || substr(md5('c' || n % 2000), 1, 6), ${id('n % 4')}, ${id('n % 40')}, ${id('n % 400')}
  FROM generate_series(${from}, ${to - 1}) AS n;
  INSERT INTO user_access (user_id, is_active, start_date, end_date, is_staff, admin_right)
  SELECT ${id('n')}, n % 7 <> 1, CASE WHEN n % 2 = 1 THEN current_date - 30 END,
    CASE WHEN n % 3 = 1 THEN current_date + 30 END, n % 4 = 0 AND n < 4, CASE WHEN n = 0 THEN 'superuser'::admin_right END
  FROM generate_series(${from}, ${to - 1}) AS n;
  INSERT INTO user_groups (user_id, group_id, source)
  SELECT ${id('n')}, ${id('g')}, 'manual'
  FROM generate_series(${from}, ${to - 1}) AS n,
    LATERAL (VALUES (n % 40), ((n + 4) % 40), (40 + n % 10), (40 + (n + 3) % 10)) AS groups (g);`;

const SESSIONS = `
  INSERT INTO sessions (token_hash, user_id, expires_at, address, user_agent)
  SELECT sha256(convert_to('${tokenOf(0).slice(0, 6)}' || lpad(n::text, 37, '0'), 'UTF8')), ${id('n')},
    now() + interval '24 hours', '127.0.0.1', 'bench'
  FROM generate_series(0, ${SIGNED_IN - 1}) AS n;
  UPDATE user_access SET is_active = TRUE
  WHERE user_id IN (SELECT user_id FROM sessions) AND NOT is_active;`;

/** Adds the people with the numbers from `from` up to `to`, with all that an export shows of them. */
export async function fillDirectory(url: string, from: number, to: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    // No export searches, and it would take longest.
    await client.query('DROP INDEX IF EXISTS users_search_idx');
    if (from === 0) await client.query(ORGANISATION);
    await client.query(PEOPLE(from, to));
    if (from === 0) await client.query(SESSIONS);
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
