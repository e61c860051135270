import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDatabase } from '../../scripts/database';
import { migrate } from '../../scripts/lib/migrate';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startServer } from '../../scripts/lib/server';
import { Inbox } from '../inbox';

/** Each mail becomes a file of its own, whole from the moment it has its name (e2e/fixtures/inbox.ts). */
function keepIn(folder: string): (raw: Buffer) => void {
  fs.mkdirSync(folder);
  let count = 0;
  return (raw) => {
    const file = path.join(folder, String((count += 1)).padStart(6, '0'));
    fs.writeFileSync(file, raw);
    fs.renameSync(file, `${file}.eml`);
  };
}

/**
 * The production build on an empty database and data directory of its own, and a mail server that
 * takes what it sends. The workers get its settings (APP_URL, DATABASE_URL, APP_SECRET, DATA_DIR …)
 * through the environment.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'gatehouse-e2e-'));
  // Root lends PostgreSQL another account, which must be able to pass.
  fs.chmodSync(dataDir, 0o711);
  const database = await startDatabase({ dataDir, durable: false });
  await migrate(database.url);
  const inbox = await Inbox.open({ onMail: keepIn(path.join(dataDir, 'inbox')) });
  const port = await freePort();
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    APP_SECRET: randomBytes(32).toString('base64url'),
    SMTP_URL: inbox.url,
    ENCRYPTION_KEYS: `e2e:${randomBytes(32).toString('base64')}`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  });
  const server = await startServer({ env: process.env });
  return async () => {
    await server.stop();
    await inbox.stop();
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}
