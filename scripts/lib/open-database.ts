import { type Database, keptDatabaseUrl, startDatabase } from '../database';
import { ensureClient } from './build';
import { migrate } from './migrate';
import { ownerOf } from './owner.mjs';
import { Refusal } from './refusal.mjs';

/**
 * The migrated database of these settings, for a command beside the server: DATABASE_URL, or that
 * of the running server, or else the embedded one, started for as long as it is needed.
 */
export async function openDatabase(dataDir: string): Promise<Database> {
  const database = await connect(dataDir);
  try {
    await ensureClient();
    await migrate(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function connect(dataDir: string): Promise<Database> {
  const stop = async () => {};
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop };
  if (!ownerOf(dataDir)) return startDatabase({ dataDir, say: console.error });
  const url = keptDatabaseUrl(dataDir);
  if (!url) throw new Refusal(`Gatehouse is just starting on ${dataDir}: try again in a moment.`);
  return { url, stop };
}
