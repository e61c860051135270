import { setupToken } from '@/lib/setup/token';
import { startDatabase } from '../database';
import { ensureBuilt, ensureClient } from './build';
import { isEmpty, migrate } from './migrate';
import { Refusal, report } from './refusal.mjs';
import { startServer } from './server';
import { chooseSettings } from './settings';
import { beforeEnd, end, isEnding } from './stopping.mjs';

interface Start {
  dataDir: string;
  port: number;
  demo: boolean;
  dev: boolean;
}

/** Everything of `npm start` that needs installed packages. Ends when the server serves. */
export async function run({ dataDir, port, demo, dev }: Start): Promise<void> {
  const settings = chooseSettings(dataDir, port);
  await (dev ? ensureClient() : ensureBuilt());
  const databaseUrl = process.env.DATABASE_URL || (await startEmbedded(dataDir));
  await migrate(databaseUrl);
  const env = { ...settings, DATABASE_URL: databaseUrl };
  if (demo) await fillWithDemo(env);
  const empty = await isEmpty(databaseUrl);
  const server = await startServer({ env, dev });
  beforeEnd(() => server.stop());
  void server.ended.then((how) => endWith(`The server ended by itself (${how}).`));
  console.log(`Gatehouse is at ${settings.APP_URL}`);
  if (empty) {
    const token = setupToken(settings.APP_SECRET ?? '');
    console.log(`Set it up at ${settings.APP_URL}/setup?token=${token}`);
  }
}

async function startEmbedded(dataDir: string): Promise<string> {
  const onLost = ({ message }: Error) => endWith(message);
  const database = await startDatabase({ dataDir, say: console.log, onLost });
  beforeEnd(() => database.stop());
  return database.url;
}

async function fillWithDemo(env: NodeJS.ProcessEnv & { DATABASE_URL: string }): Promise<void> {
  if (!(await isEmpty(env.DATABASE_URL))) {
    throw new Refusal('--demo fills an empty database only; this one has people already.');
  }
  Object.assign(process.env, env); // second factors are sealed with the server's keys
  const { seedDemo } = await import('@/prisma/seed/index');
  const { signIns } = await seedDemo(env.DATABASE_URL);
  console.log('Demonstration people (password for each):');
  for (const { email, password, right, key } of signIns) {
    const factor = key ? `, key for an authenticator app: ${key}` : '';
    console.log(`  ${email.padEnd(36)} ${password.padEnd(24)} ${right}${factor}`);
  }
}

function endWith(why: string): void {
  if (isEnding()) return;
  report(new Refusal(why));
  void end(1);
}
