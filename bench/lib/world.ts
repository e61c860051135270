import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDatabase } from '../../scripts/database';
import { keptSecrets } from '../../scripts/lib/kept-settings';
import { migrate } from '../../scripts/lib/migrate';
import { report } from '../../scripts/lib/refusal.mjs';
import { beforeEnd, end } from '../../scripts/lib/stopping.mjs';

/** What a bench runs in: a data directory and a durable database of its own. */
export interface World {
  dataDir: string;
  databaseUrl: string;
}

/** Makes an empty, migrated world; it is gone when the bench ends. */
export async function openWorld(): Promise<World> {
  // Not made here: its owner makes it so that PostgreSQL's account can pass.
  const dataDir = path.join(os.tmpdir(), `gatehouse-bench-${randomUUID()}`);
  beforeEnd(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  const onLost = (error: Error) => {
    report(error);
    void end(1);
  };
  const database = await startDatabase({ dataDir, durable: true, say: console.error, onLost });
  beforeEnd(() => database.stop());
  await migrate(database.url);
  return { dataDir, databaseUrl: database.url };
}

/** The settings of a server of this world; nothing of the caller's environment changes them. */
export function settingsOf({ dataDir, databaseUrl }: World, port: number): NodeJS.ProcessEnv {
  const { appSecret, encryptionKeys } = keptSecrets(dataDir);
  return {
    NODE_ENV: 'production',
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    APP_URL: `http://localhost:${port}`,
    APP_SECRET: appSecret,
    ENCRYPTION_KEYS: encryptionKeys,
    LOG_LEVEL: 'warn',
    PORT: String(port),
  };
}
