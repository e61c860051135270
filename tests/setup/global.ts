import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../../scripts/database';
import { migrateDirectly } from '../../scripts/lib/migrate';

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
  await migrateDirectly(database.url);
  project.provide('templateUrl', database.url);
  project.provide('dataDir', dataDir);
  return async () => {
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}
