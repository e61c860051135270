import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDatabase } from '../../scripts/database';
import { migrate } from '../../scripts/lib/migrate';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startServer } from '../../scripts/lib/server';

/**
 * The production build on an empty database and data directory of its own. The workers get its
 * settings (APP_URL, DATABASE_URL, APP_SECRET, DATA_DIR …) through the environment.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'gatehouse-e2e-'));
  // Root lends PostgreSQL another account, which must be able to pass.
  fs.chmodSync(dataDir, 0o711);
  const database = await startDatabase({ dataDir, durable: false });
  await migrate(database.url);
  const port = await freePort();
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    APP_SECRET: randomBytes(32).toString('base64url'),
    ENCRYPTION_KEYS: `e2e:${randomBytes(32).toString('base64')}`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  });
  const server = await startServer({ env: process.env });
  return async () => {
    await server.stop();
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}
