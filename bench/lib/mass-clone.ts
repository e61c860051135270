import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { World } from './world';

const addressOf = (databaseUrl: string, name: string) => {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
};

async function inOther(databaseUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

// What both sides read, so that neither meets a colder cache than the other.
const WARM = [
  'SELECT sum(length(a::text)) FROM user_access a',
  'SELECT count(*) FROM sessions',
  'SET enable_seqscan = off',
  'SELECT count(*) FROM (SELECT user_id FROM user_access ORDER BY user_id) AS a',
  'SELECT count(*) FROM (SELECT user_id FROM sessions ORDER BY user_id) AS s',
  'CHECKPOINT',
];

/** Works on a fresh copy of the world's database, warmed alike, which is gone afterwards. */
export async function cloneDatabase<T>(world: World, work: (copy: World) => Promise<T>) {
  const name = `copy_${randomUUID().replaceAll('-', '')}`;
  const admin = addressOf(world.databaseUrl, 'postgres');
  const template = new URL(world.databaseUrl).pathname.slice(1);
  await inOther(admin, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const databaseUrl = addressOf(world.databaseUrl, name);
  try {
    await inOther(databaseUrl, ...WARM);
    return await work({ ...world, databaseUrl });
  } finally {
    await inOther(admin, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}
