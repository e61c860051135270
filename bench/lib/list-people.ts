import type { Client } from 'pg';
import { seedMany } from '../../prisma/seed/index';

const TABLES = ['users', 'user_access', 'user_groups', 'user_roles'];

/** Indexes are made again at the end, which costs less than keeping them up to date by the million. */
async function withoutIndexes(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
     WHERE i.tablename = ANY($1) AND NOT EXISTS (
       SELECT FROM pg_index x WHERE x.indexrelid = i.indexname::regclass AND x.indisunique)`,
    [TABLES],
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  await work();
  await client.query("SET maintenance_work_mem = '512MB'");
  for (const { definition } of rows) await client.query(definition);
}

const columnsOf = async (client: Client, table: string, but: string[]): Promise<string> => {
  const { rows } = await client.query<{ names: string }>(
    `SELECT string_agg(column_name, ', ') AS names FROM information_schema.columns
     WHERE table_name = $1 AND column_name <> ALL($2) AND is_generated = 'NEVER'`,
    [table, but],
  );
  return rows[0]!.names;
};

/** Everybody again, so many times: with the same name, company, access, roles and groups. */
async function multiply(client: Client, times: number): Promise<void> {
  const users = await columnsOf(client, 'users', ['id', 'email', 'phone']);
  const access = await columnsOf(client, 'user_access', ['user_id']);
  await client.query('SET session_replication_role = replica'); // all of it holds already
  await client.query(
    `CREATE TEMP TABLE copies AS
     SELECT u.id AS old, uuid_v7() AS id, k FROM users u, generate_series(2, ${times}) AS k
     ORDER BY md5(u.id::text || k)`,
  );
  await client.query(
    `INSERT INTO users (id, email, phone, ${users})
     SELECT copies.id, replace(email, '@', '-' || k || '@'), left(phone, -1) || k % 10, ${users}
     FROM copies JOIN users ON users.id = old`,
  );
  await client.query(
    `INSERT INTO user_access (user_id, ${access}) SELECT id, ${access}
     FROM copies JOIN user_access ON user_id = old`,
  );
  await client.query(
    `INSERT INTO user_groups (user_id, group_id, source) SELECT id, group_id, source
     FROM copies JOIN user_groups ON user_id = old`,
  );
  await client.query(
    `INSERT INTO user_roles (user_id, role_id) SELECT id, role_id
     FROM copies JOIN user_roles ON user_id = old`,
  );
  await client.query('DROP TABLE copies');
  await client.query('SET session_replication_role = origin');
}

const SEEDED = 100_000;

/** Makes as many people as asked for, more than there are, as the seed draws them. */
export async function growTo(client: Client, databaseUrl: string, people: number): Promise<void> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int FROM users');
  const present = rows[0]!.count;
  const seeded = Math.min(people, SEEDED) - present;
  if (seeded > 0) await seedMany(databaseUrl, { users: seeded, seed: 1 + present, sessions: 0 });
  const times = people / Math.max(present, Math.min(people, SEEDED));
  if (times > 1) await withoutIndexes(client, () => multiply(client, times));
  await client.query(`VACUUM (ANALYZE) ${TABLES.join(', ')}, companies, departments, positions`);
  await client.query('CHECKPOINT');
}
