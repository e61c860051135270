import { describe, expect, it } from 'vitest';
import { actorOf, makePerson, makeSession } from '@/tests/people';
import { codeOf } from '@/tests/second-factor';
import { sql } from '@/tests/sql';
import { confirmSetUp, finishSetUp, passTwoFactor, startSetUp } from './commands';
import { ownSecondFactor } from './queries';

const PASSWORD = 'correct horse battery staple';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes behind a key, for they too must not lie about. */
function rawOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** Everything that the database holds, as text: what a dump would show. */
async function dump(): Promise<string> {
  const tables = await sql<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    for (const { row } of await sql<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)) {
      rows.push(row);
    }
  }
  return rows.join('\n').toLowerCase();
}

describe('security 59: nothing in the database', () => {
  it('tells a key, a code or a backup code, from set-up to sign-in', async () => {
    const person = await makePerson({ password: PASSWORD });
    const actor = actorOf(person, (await makeSession(person.id)).id);
    await startSetUp(actor, { current: PASSWORD });
    const { setUp } = await ownSecondFactor(actor);
    if (setUp?.step !== 'confirm') throw new Error('no key is shown');
    const { secret } = setUp;
    const pending = await dump();
    const codes = await confirmSetUp(actor, { code: await codeOf(secret) });
    await finishSetUp(actor);
    const again = { ...actor, sessionId: (await makeSession(person.id)).id };
    const bare = codes.map((code) => code.replaceAll('-', ''));
    await passTwoFactor(again, { kind: 'backup-code', code: bare[0]! });
    const later = await dump();
    const raw = rawOf(secret);
    const forms = [secret, raw.toString('hex'), raw.toString('base64'), raw.toString('base64url')];
    for (const form of [...forms, ...codes, ...bare, PASSWORD]) {
      expect(pending).not.toContain(form.toLowerCase());
      expect(later).not.toContain(form.toLowerCase());
    }
    // The dump is whole: it has the row in which the sealed key stands.
    const [row] = await sql<{ secret: string }>(
      'SELECT secret FROM totp_credentials WHERE user_id = $1',
      [person.id],
    );
    expect(later).toContain(row!.secret.toLowerCase());
  });
});
