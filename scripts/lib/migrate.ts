import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { prisma } from './build';
import { ROOT } from './install.mjs';
import { Refusal } from './refusal.mjs';

const FOLDER = path.join(ROOT, 'prisma/migrations');
const OLDEST = 15;

/**
 * Brings the database up to date: ours with `prisma migrate deploy`, which is left out when it is,
 * and the schema of the job queue with its own.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  if (!(await isCurrent(databaseUrl))) {
    console.log('Migrating the database …');
    await prisma(['migrate', 'deploy'], databaseUrl);
  }
  await migrateJobs(databaseUrl);
}

/** The same SQL on an empty database, for tests: without the wait for Prisma's command line. */
export async function migrateDirectly(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    for (const name of fs.readdirSync(FOLDER).sort()) {
      const file = path.join(FOLDER, name, 'migration.sql');
      if (fs.existsSync(file)) await client.query(fs.readFileSync(file, 'utf8'));
    }
  });
  await migrateJobs(databaseUrl);
}

const silent = new Logger(() => () => undefined);

const migrateJobs = (databaseUrl: string) =>
  runMigrations({ connectionString: databaseUrl, logger: silent });

/** Whether just the migrations we have were applied, unchanged and to their end. */
async function isCurrent(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ version: number; log: string | null }>(
      `SELECT current_setting('server_version_num')::int AS version,
              to_regclass('_prisma_migrations')::text AS log`,
    );
    const version = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (version < OLDEST) {
      throw new Refusal(
        `DATABASE_URL: PostgreSQL ${OLDEST} or later is needed, this is ${version}.`,
      );
    }
    if (!rows[0]?.log) return false;
    const applied = await client.query<{ name: string; checksum: string }>(
      `SELECT migration_name AS name, checksum FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const known = new Map(applied.rows.map(({ name, checksum }) => [name, checksum]));
    const ours = checksums();
    return known.size === ours.size && [...ours].every(([name, sum]) => known.get(name) === sum);
  });
}

function checksums(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of fs.readdirSync(FOLDER)) {
    const file = path.join(FOLDER, name, 'migration.sql');
    if (!fs.existsSync(file)) continue;
    found.set(name, createHash('sha256').update(fs.readFileSync(file)).digest('hex'));
  }
  return found;
}

/** Whether nobody is in the database yet. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM users LIMIT 1');
    return rowCount === 0;
  });
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    const why: unknown = error instanceof AggregateError ? error.errors[0] : error;
    throw new Refusal(`DATABASE_URL: the database cannot be reached: ${(why as Error).message}`);
  }
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
