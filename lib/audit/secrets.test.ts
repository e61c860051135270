import { beforeAll, describe, expect, it } from 'vitest';
import { env } from '@/lib/core/env';
import {
  resetUsers,
  deactivateUsers,
  endSessionsOf,
  lockUsers,
  unlockUsers,
} from '@/lib/lifecycle/commands';
import { createUser } from '@/lib/people/commands';
import { newUser } from '@/lib/people/schema';
import { createCompany, updateCompany } from '@/lib/organisation/commands';
import { changePassword, setPassword } from '@/lib/passwords/commands';
import { endOtherSessions, endOwnSession, signOut } from '@/lib/sessions/commands';
import { setUp } from '@/lib/setup/setup';
import { setupToken } from '@/lib/setup/token';
import { signIn } from '@/lib/sign-in/sign-in';
import { actorOf, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';

const word = (name: string) => `canary ${name} of a battery horse`;
const VISITOR = {
  address: '192.0.2.1',
  requestId: 'request-1',
  userAgent: 'canary agent\r\nforged',
};
const secrets: string[] = [];

async function entered(email: string, password: string) {
  const result = await signIn({ email, password }, VISITOR);
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  secrets.push(result.session.token, result.deviceToken ?? '');
  return result.session.sessionId;
}

/** Every way through the house that writes an audit row, with passwords and tokens to look for. */
async function everyFlow(): Promise<void> {
  const token = setupToken(env().APP_SECRET);
  secrets.push(token, env().APP_SECRET);
  const ada = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.org' };
  const first = await setUp(
    { ...ada, token, password: word('setup'), repeat: word('setup') },
    VISITOR,
  );
  secrets.push(first.session.token, first.deviceToken ?? '');
  const [user] = await sql<{ id: string }>('SELECT id FROM users');
  const facts = { email: ada.email, companyId: null, password: null, isStaff: true };
  const admin = actorOf({ ...facts, id: user!.id, right: 'superuser' });

  const companyId = await createCompany(admin, { name: 'Acme', timeZone: 'UTC' });
  await updateCompany(admin, { companyId, name: 'Acme Ltd', timeZone: 'UTC', version: 1 });
  const ann = { firstName: 'Ann', lastName: 'Lee', email: 'ann@example.org', companyId };
  const id = await createUser(admin, newUser.parse({ ...ann, password: word('first') }));
  const userIds = [id];

  await signIn({ email: ann.email, password: word('wrong') }, VISITOR);
  await signIn({ email: 'nobody@example.org\r\nforged: line', password: word('wrong') }, VISITOR);
  const sessionId = await entered(ann.email, word('first'));
  const self = actorOf({ ...facts, id, companyId, right: null }, sessionId);
  await endOwnSession(self, { sessionId: (await makeSession(id)).id });
  await makeSession(id);
  await endOtherSessions(self);
  await changePassword(self, {
    current: word('first'),
    password: word('own'),
    repeat: word('own'),
  });
  await setPassword(admin, {
    userId: id,
    password: word('set'),
    repeat: word('set'),
    forceChange: true,
  });
  await lockUsers(admin, { userIds, reason: 'Phone lost\r\nforged: line' });
  await signIn({ email: ann.email, password: word('set') }, VISITOR);
  await unlockUsers(admin, { userIds });
  await deactivateUsers(admin, { userIds });
  await resetUsers(admin, { userIds });
  await signOut({ ...self, sessionId: await entered(ann.email, word('set')) });
  await makeSession(id);
  await endSessionsOf(admin, { userIds });
}

beforeAll(everyFlow, 30_000);

const rows = () => sql<{ row: string }>('SELECT e::text AS row FROM audit_events e ORDER BY id');

describe('security 53: after everything that is written down', () => {
  it('every action is there', async () => {
    const actions = await sql<{ action: string }>('SELECT DISTINCT action FROM audit_events');
    expect(actions.map(({ action }) => action).sort()).toEqual([
      'company.created',
      'company.updated',
      'session.ended',
      'session.signed-out',
      'setup.completed',
      'sign-in.failed',
      'sign-in.refused',
      'sign-in.succeeded',
      'user.activated',
      'user.created',
      'user.deactivated',
      'user.locked',
      'user.password-changed',
      'user.password-set',
      'user.sessions-ended',
      'user.unlocked',
    ]);
  });

  it('no password and no hash is', async () => {
    const hashes = await sql<{ hash: string }>('SELECT hash FROM password_credentials');
    expect(hashes).toHaveLength(2);
    for (const { row } of await rows()) {
      expect(row).not.toMatch(/canary|\$argon2|hash/i);
      for (const { hash } of hashes) expect(row).not.toContain(hash.split('$').at(-1));
    }
  });

  it('no token is, in any writing', async () => {
    const stored = await sql<{ hex: string; base64: string }>(
      `SELECT encode(token_hash, 'hex') AS hex, encode(token_hash, 'base64') AS base64 FROM (
         SELECT token_hash FROM sessions UNION SELECT token_hash FROM known_devices) AS t`,
    );
    const words = [...secrets, ...stored.flatMap(({ hex, base64 }) => [hex, base64.slice(0, 43)])];
    expect(words.length).toBeGreaterThan(15);
    const whole = (await rows()).map(({ row }) => row).join('\n');
    for (const secret of words) expect(whole).not.toContain(secret);
  });

  it('CR and LF stay inside what they came in', async () => {
    const whole = (await rows()).map(({ row }) => row);
    expect(whole.filter((row) => row.includes('forged'))).not.toEqual([]);
    for (const row of whole) expect(row).not.toMatch(/[\r\n]/);
  });
});
