import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.mjs';

/** What a data directory remembers from one start to the next, for its owner's eyes only. */
export interface KeptSettings {
  appSecret?: string;
  encryptionKeys?: string;
  database?: { port: number; password: string };
}

const fileOf = (dataDir: string) => path.join(dataDir, 'settings.json');

/** What the data directory keeps; nothing yet is an empty object. Throws when it is not JSON. */
export function readKept(dataDir: string): KeptSettings {
  let text: string;
  try {
    text = fs.readFileSync(fileOf(dataDir), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return JSON.parse(text) as KeptSettings;
  } catch {
    throw new Refusal(`${fileOf(dataDir)} is not JSON.`);
  }
}

/** Adds to what the data directory keeps: mode 0600, all or nothing even when the power fails. */
export function keep(dataDir: string, more: KeptSettings): KeptSettings {
  const kept = { ...readKept(dataDir), ...more };
  const draft = `${fileOf(dataDir)}.new`;
  fs.rmSync(draft, { force: true });
  fs.writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true });
  fs.renameSync(draft, fileOf(dataDir));
  return kept;
}

/** The signing secret and the encryption keyring of this data directory, made at the first call. */
export function keptSecrets(dataDir: string): { appSecret: string; encryptionKeys: string } {
  const kept = readKept(dataDir);
  const secrets = {
    appSecret: kept.appSecret ?? randomBytes(32).toString('base64url'),
    encryptionKeys: kept.encryptionKeys ?? `k1:${randomBytes(32).toString('base64')}`,
  };
  if (!kept.appSecret || !kept.encryptionKeys) keep(dataDir, secrets);
  return secrets;
}
