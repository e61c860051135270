import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { setupToken } from '@/lib/setup/token';
import { migrate } from '@/scripts/lib/migrate';
import { freePort } from '@/scripts/lib/ports.mjs';
import { startServer } from '@/scripts/lib/server';

/** A server of its own on a database where nobody is yet. */
export type EmptyHouse = { origin: string; setupLink: string; stop: () => Promise<void> };

/** Starts the production build on a new, empty database beside the one that all tests share. */
export async function emptyHouse(): Promise<EmptyHouse> {
  const shared = new URL(process.env.DATABASE_URL ?? '');
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await withClient(shared.href, (client) => client.query(`CREATE DATABASE "${name}"`));
  const database = new URL(shared);
  database.pathname = `/${name}`;
  await migrate(database.href);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = { DATABASE_URL: database.href, PORT: String(port), APP_URL: origin };
  const server = await startServer({ env: { ...process.env, ...env } });
  const stop = async () => {
    await server.stop();
    await withClient(shared.href, (client) => client.query(`DROP DATABASE "${name}" (FORCE)`));
  };
  const token = setupToken(process.env.APP_SECRET ?? '');
  return { origin, setupLink: `${origin}/setup?token=${token}`, stop };
}

async function withClient(url: string, use: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
