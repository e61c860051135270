import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { database } from '@/tests/sql';
import { startAnother } from './server';
import type { House } from './test';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../prisma/migrations');

/** An empty, migrated database beside the one under DATABASE_URL; returns its address. */
async function createDatabase(): Promise<string> {
  const url = new URL(process.env.DATABASE_URL ?? '');
  const name = `attack_${randomUUID().replaceAll('-', '')}`;
  await database().query(`CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  const client = new pg.Client(url.href);
  await client.connect();
  for (const folder of fs.readdirSync(MIGRATIONS).sort()) {
    const file = path.join(MIGRATIONS, folder, 'migration.sql');
    if (fs.existsSync(file)) await client.query(fs.readFileSync(file, 'utf8'));
  }
  await client.end();
  return url.href;
}

/**
 * A server over a database that nobody else changes, so that "nothing changed" can be said of all
 * of it. Until `leave`, the helpers of tests/ write into that database.
 */
export async function ownHouse(): Promise<House & { leave: () => Promise<void> }> {
  const before = process.env.DATABASE_URL;
  const url = await createDatabase();
  process.env.DATABASE_URL = url;
  const server = await startAnother();
  const leave = async () => {
    await server.stop();
    await database().end();
    process.env.DATABASE_URL = before;
  };
  return { base: server.base, root: process.cwd(), leave };
}
