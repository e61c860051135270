import pg from 'pg';
import { sql } from './sql';

/** A connection of its own to the database under test, as another process would have. */
async function connect(url = process.env.DATABASE_URL ?? ''): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

/** Opens a transaction elsewhere that has done `text`, runs `meanwhile`, and commits. */
export async function inOpenTransaction<T>(
  text: string,
  values: unknown[],
  meanwhile: (commit: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const client = await connect();
  let open = true;
  const commit = async () => {
    if (open) await client.query('COMMIT');
    open = false;
  };
  try {
    await client.query('BEGIN');
    await client.query(text, values);
    const result = await meanwhile(commit);
    await commit();
    return result;
  } finally {
    await client.end();
  }
}

/** Resolves once so many statements of the application wait for a lock. */
export async function untilSomebodyWaits(count = 1): Promise<void> {
  for (;;) {
    const waiting = await sql(`SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    if (waiting.length >= count) return;
  }
}
