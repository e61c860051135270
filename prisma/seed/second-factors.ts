import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Client } from 'pg';
import { seal } from '@/lib/core/seal';
import { copy } from './copy';
import type { Person } from './people';
import { randomOf } from './random';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LETTERS = 32; // 160 bits, as an app is given

/** The key of an app, of 32 draws from 0 to 31. */
const keyBy = (draw: () => number) =>
  Array.from({ length: LETTERS }, () => BASE32[draw()]).join('');

/** The same key for the same seed and person, none of whom can sign in. */
export function drawnKey(seed: number, { n }: Person): string {
  const r = randomOf(seed, 'second factor', n);
  return keyBy(() => r.int(BASE32.length));
}

/** A key that nobody can draw again. */
export const newKey = () => keyBy(() => randomInt(BASE32.length));

const areOn = ({ access }: Person) => access.twoFactorEnabledAt !== null;

/** Gives a key, sealed as ever, to everybody whose second factor is on. Returns the keys by person. */
export async function writeSecondFactors(
  client: Client,
  people: Person[],
  keyOf: (person: Person) => string,
): Promise<Map<string, string>> {
  const owners = people.filter(areOn);
  const keys = new Map(owners.map((person) => [person.id, keyOf(person)]));
  const rows = owners.map(({ id, access: { twoFactorEnabledAt: since } }) => [
    id,
    seal(keys.get(id)!, id),
    since,
    since,
  ]);
  await copy(client, 'totp_credentials', ['user_id', 'secret', 'created_at', 'confirmed_at'], rows);
  return keys;
}

/** Gives each of them ten backup codes, which nobody knows. */
export async function writeBackupCodes(client: Client, people: Person[]) {
  const rows = people
    .filter(areOn)
    .flatMap(({ id, access }) =>
      Array.from({ length: 10 }, () => [id, unknownHash(), access.twoFactorEnabledAt]),
    );
  await copy(client, 'backup_codes', ['user_id', 'code_hash', 'created_at'], rows);
}

const unknownHash = () => new Uint8Array(createHash('sha256').update(randomBytes(10)).digest());
