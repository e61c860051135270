import { loadEnv, SettingsError } from '@/lib/core/env';
import { keptSecrets } from './kept-settings';
import { Refusal } from './refusal.mjs';

/** Stands in for the embedded database's address while it is not running yet. */
const LATER = 'postgresql://127.0.0.1/gatehouse';

/**
 * All settings of the server: what the environment gives, and what the data directory keeps of the
 * rest (spec §18). Throws a Refusal that names what is missing or malformed.
 */
export function chooseSettings(dataDir: string, port: number): NodeJS.ProcessEnv {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const mayKeep = !given.DATABASE_URL || given.NODE_ENV !== 'production';
  const wants = !given.APP_SECRET || !given.ENCRYPTION_KEYS;
  const kept = mayKeep && wants ? keptSecrets(dataDir) : undefined;
  const settings = {
    ...process.env,
    ...(kept && { APP_SECRET: kept.appSecret, ENCRYPTION_KEYS: kept.encryptionKeys }),
    DATABASE_URL: LATER,
    ...(mayKeep && { APP_URL: `http://localhost:${port}` }),
    ...given,
    DATA_DIR: dataDir,
    PORT: String(port),
  };
  try {
    loadEnv(settings);
  } catch (error) {
    if (error instanceof SettingsError) throw new Refusal(error.message);
    throw error;
  }
  return settings;
}

/** Gives this process the settings of the server on that database, for a command beside it. */
export function adoptSettings(dataDir: string, databaseUrl: string): void {
  const settings = chooseSettings(dataDir, Number(process.env.PORT || 3000));
  Object.assign(process.env, settings, { DATABASE_URL: databaseUrl });
}
