import { hash } from '@node-rs/argon2';
import pg from 'pg';
import type { Actor } from '@/lib/core/actor';
import { ARGON2ID } from '@/lib/credentials/argon2id';

const ID_PREFIX = '00000000-0000-7000-8000-';
const TOKEN_PREFIX = 'bench-';

/** The id of the person with this number. */
export const userIdOf = (n: number) => ID_PREFIX + n.toString(16).padStart(12, '0');

/** The session token of the person with this number: as long as a real one, known to the bench. */
export const tokenOf = (n: number) => TOKEN_PREFIX + String(n).padStart(37, '0');

/** Everybody's password, once `givePasswords` has given it. */
export const PASSWORD = 'kettle orbit bench 7';

/** The e-mail of the person with this number. */
export const emailOf = (n: number) => `person-${n}@bench.example`;

/** Person 0, a superuser without a company. */
export const SUPERUSER: Actor = {
  userId: userIdOf(0),
  sessionId: userIdOf(0),
  companyId: null,
  isStaff: true,
  right: 'superuser',
  address: '127.0.0.1',
  requestId: 'bench',
};

const ID = `('${ID_PREFIX}' || lpad(to_hex(n), 12, '0'))::uuid`;

// Ten companies around the world; every second person has dates, as these cost the decision most.
const FILL = (count: number) => `
  INSERT INTO companies (id, name, time_zone)
  SELECT ${ID}, 'Company ' || n, zone
  FROM unnest(ARRAY['UTC', 'Europe/Berlin', 'Europe/London', 'Europe/Kyiv', 'Asia/Tokyo',
    'Asia/Kolkata', 'America/New_York', 'America/Sao_Paulo', 'Africa/Nairobi', 'Australia/Sydney'])
    WITH ORDINALITY AS zones (zone, n);

  INSERT INTO users (id, email, first_name, last_name, company_id)
  SELECT ${ID}, 'person-' || n || '@bench.example', 'First' || n, 'Last' || n, company
  FROM generate_series(0, ${count - 1}) AS n
  LEFT JOIN LATERAL (
    SELECT ('${ID_PREFIX}' || lpad(to_hex(1 + n % 10), 12, '0'))::uuid AS company) c ON n > 0;

  INSERT INTO user_access (user_id, start_date, end_date, is_staff, admin_right)
  SELECT ${ID}, CASE WHEN n % 2 = 1 THEN current_date - 30 END,
    CASE WHEN n % 2 = 1 THEN current_date + 30 END,
    n = 0, CASE WHEN n = 0 THEN 'superuser'::admin_right END
  FROM generate_series(0, ${count - 1}) AS n;

  INSERT INTO sessions (token_hash, user_id, expires_at, address, user_agent)
  SELECT sha256(convert_to('${TOKEN_PREFIX}' || lpad(n::text, 37, '0'), 'UTF8')), ${ID},
    now() + interval '24 hours', '127.0.0.1', 'bench'
  FROM generate_series(0, ${count - 1}) AS n;`;

/** Makes so many people, each signed in once, and has the planner know them. */
export async function fillWithPeople(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(FILL(count));
    await client.query('VACUUM (ANALYZE) companies, users, user_access, sessions');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

/** Gives everybody the one password, hashed as ours are. */
export async function givePasswords(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(
      'INSERT INTO password_credentials (user_id, hash) SELECT id, $1 FROM users',
      [await hash(PASSWORD, ARGON2ID)],
    );
    await client.query('VACUUM (ANALYZE) password_credentials');
  } finally {
    await client.end();
  }
}
