import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../../scripts/database';

declare module 'vitest' {
  interface ProvidedContext {
    /** The database of this run that holds the template; each test file clones its own. */
    templateUrl: string;
    dataDir: string;
  }
}

/** One PostgreSQL for the run, migrated once; it and all clones vanish at the end. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'gatehouse-unit-'));
  // Root lends PostgreSQL another account, which must be able to pass.
  fs.chmodSync(dataDir, 0o711);
  const database = await startDatabase({ dataDir, durable: false });
  await migrate(database.url);
  project.provide('templateUrl', database.url);
  project.provide('dataDir', dataDir);
  return async () => {
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}

/** The same SQL that `prisma migrate deploy` runs, without the wait for its command line. */
async function migrate(url: string): Promise<void> {
  const folder = path.resolve(import.meta.dirname, '../../prisma/migrations');
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const name of fs.readdirSync(folder).sort()) {
      const file = path.join(folder, name, 'migration.sql');
      if (fs.existsSync(file)) await client.query(fs.readFileSync(file, 'utf8'));
    }
  } finally {
    await client.end();
  }
}
