import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import type { Actor } from '@/lib/core/actor';
import { linkToken } from '@/lib/links/token';
import { changePassword, setPassword } from '@/lib/passwords/commands';
import { completeReset } from '@/lib/passwords/complete-reset';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { actorOf, makeCompany, makePerson, makeSession, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf, sessionEndsOf } from '@/tests/state';
import {
  resetUsers,
  deactivateUsers,
  endSessionsOf,
  invalidatePasswords,
  lockUsers,
  unlockUsers,
} from './commands';

const OLD = 'correct horse battery staple';
const NEW = { password: 'another battery of horses', repeat: 'another battery of horses' };

type Path = (admin: Actor, person: TestPerson) => Promise<unknown>;

/** Every way in which somebody's sessions must end, and the reason that is kept. */
const PATHS: [string, string, Path][] = [
  ['lock', 'locked', (admin, { id }) => lockUsers(admin, { userIds: [id], reason: 'test' })],
  ['deactivate', 'deactivated', (admin, { id }) => deactivateUsers(admin, { userIds: [id] })],
  [
    'end all sessions',
    'ended_by_admin',
    (admin, { id }) => endSessionsOf(admin, { userIds: [id] }),
  ],
  [
    'set password',
    'password_changed',
    (admin, { id }) => setPassword(admin, { ...NEW, userId: id, forceChange: false }),
  ],
  [
    'change password',
    'password_changed',
    // From a session of its own, which stays and comes last.
    async (_, person) => {
      const own = await makeSession(person.id);
      await changePassword(actorOf(person, own.id), { ...NEW, current: OLD });
    },
  ],
  [
    'invalidate password',
    'password_changed',
    (admin, { id }) => invalidatePasswords(admin, { userIds: [id] }),
  ],
  [
    'reset by link',
    'password_changed',
    async (admin, { id }) => {
      const [link] = await sql<{ id: string }>(
        `INSERT INTO access_links (user_id, purpose, expires_at)
         VALUES ($1, 'password_reset', now() + interval '1 hour') RETURNING id`,
        [id],
      );
      const token = linkToken('password_reset', link!.id);
      expect(await completeReset({ ...NEW, token }, { ...admin, userAgent: '' })).toBe('done');
    },
  ],
];
const WAITING = PATHS.filter(([name]) => name !== 'end all sessions');

async function cast() {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ right: 'user_admin', company }));
  const person = await makePerson({ company, password: OLD });
  return { admin, person };
}

describe('security 9, 11: ends every session in the same transaction', () => {
  it.each(PATHS)('%s: %s', async (_, reason, path) => {
    const { admin, person } = await cast();
    const sessions = [await makeSession(person.id), await makeSession(person.id)];
    const bystander = await makeSession((await makePerson()).id);
    await path(admin, person);
    expect((await sessionEndsOf(person.id)).slice(0, 2)).toEqual([reason, reason]);
    for (const { token } of sessions) expect(await admit(token)).toEqual({ kind: 'ended', reason });
    expect(await admit(bystander.token)).toMatchObject({ kind: 'admitted' });
    // Row versions carry the transaction that wrote them.
    const writers = await sql(
      `SELECT DISTINCT xmin::text FROM sessions WHERE user_id = $1 AND ended_at IS NOT NULL
       UNION SELECT xmin::text FROM audit_events WHERE subject_id = $1`,
      [person.id],
    );
    expect(writers).toHaveLength(1);
  });

  it.each(PATHS)('%s keeps the reason of a session that had ended', async (_, __, path) => {
    const { admin, person } = await cast();
    const { id } = await makeSession(person.id);
    await sql("UPDATE sessions SET ended_at = now(), end_reason = 'signed_out' WHERE id = $1", [
      id,
    ]);
    await path(admin, person);
    expect((await sessionEndsOf(person.id))[0]).toBe('signed_out');
  });

  it.each(WAITING)(
    '%s also ends the session of a sign-in it had to wait for',
    async (_, reason, path) => {
      const { admin, person } = await cast();
      // As sign-in does: hold the access, then write the session.
      const signingIn = `WITH held AS MATERIALIZED (
        SELECT user_id FROM user_access WHERE user_id = $1 FOR UPDATE)
      INSERT INTO sessions (token_hash, user_id, expires_at, address, user_agent)
      SELECT sha256(user_id::text::bytea), user_id, now() + interval '1 day', '', '' FROM held`;
      await inOpenTransaction(signingIn, [person.id], async (commit) => {
        const pending = path(admin, person);
        await untilSomebodyWaits();
        await commit();
        await pending;
      });
      expect((await sessionEndsOf(person.id))[0]).toBe(reason);
    },
  );

  it('and a change rolled back ends none', async () => {
    const { admin, person } = await cast();
    const { token } = await makeSession(person.id);
    await sql(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.user_id = '${person.id}' THEN RAISE EXCEPTION 'not this one'; END IF;
      RETURN NEW; END $$`);
    await sql(
      'CREATE TRIGGER refuse BEFORE UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION refuse()',
    );
    for (const [, , path] of PATHS)
      await expect(path(admin, person)).rejects.toThrow(/not this one/);
    await sql('DROP TRIGGER refuse ON sessions');
    expect(await accessOf(person.id)).toMatchObject({ is_active: true, locked_at: null });
    expect(await admit(token)).toMatchObject({ kind: 'admitted' });
    expect(await sql('SELECT 1 FROM audit_events WHERE subject_id = $1', [person.id])).toEqual([]);
  });
});

describe('lifting it revives nothing', () => {
  it.each([
    ['unlock', 'locked', 'lock', unlockUsers],
    ['activate', 'deactivated', 'deactivate', resetUsers],
  ] as const)('%s', async (_, reason, name, lift) => {
    const { admin, person } = await cast();
    const { token } = await makeSession(person.id);
    await PATHS.find(([path]) => path === name)![2](admin, person);
    expect(await lift(admin, { userIds: [person.id] })).toMatchObject([{ outcome: 'done' }]);
    expect(await admit(token)).toEqual({ kind: 'ended', reason });
    expect(await accessOf(person.id)).toMatchObject({ is_active: true, locked_at: null });
  });

  it('unlocking does not activate, activating does not unlock', async () => {
    const { admin, person } = await cast();
    await lockUsers(admin, { userIds: [person.id], reason: 'test' });
    await deactivateUsers(admin, { userIds: [person.id] });
    await resetUsers(admin, { userIds: [person.id] });
    expect(await accessOf(person.id)).toMatchObject({ is_active: true, lock_reason: 'test' });
    await deactivateUsers(admin, { userIds: [person.id] });
    await unlockUsers(admin, { userIds: [person.id] });
    expect(await accessOf(person.id)).toMatchObject({
      is_active: false,
      locked_at: null,
      lock_reason: null,
      locked_by_id: null,
    });
  });
});
