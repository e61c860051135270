import { beforeEach, describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import { verifyPassword } from '@/lib/credentials/passwords';
import { linkToken } from '@/lib/links/token';
import { setPassword } from '@/lib/passwords/commands';
import { completeReset } from '@/lib/passwords/complete-reset';
import { signIn } from '@/lib/sign-in/sign-in';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { actorOf, makeCompany, makePerson, makeSession, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf, auditOf, hashOf, sessionEndsOf } from '@/tests/state';
import { forcePasswordChange, invalidatePasswords, lockUsers } from './commands';

const OLD = 'correct horse battery staple';
const NEW = { password: 'another battery of horses', repeat: 'another battery of horses' };
const VISITOR = { address: '192.0.2.1', requestId: 'request-1', userAgent: 'Test/1.0' };

async function cast(options: PersonOptions = {}) {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ right: 'user_admin', company }));
  const person = await makePerson({ company, password: OLD, ...options });
  return { admin, person };
}

const outcomeOf = async (result: ReturnType<typeof invalidatePasswords>) =>
  (await result)[0]?.outcome;

it('invalidating reaches who has no password: sessions end and First Login closes', async () => {
  const { admin, person } = await cast({ password: undefined, profileCompletionOwed: true });
  const { token } = await makeSession(person.id);
  const [link] = await sql<{ id: string }>(
    `INSERT INTO access_links (user_id, purpose, expires_at)
     VALUES ($1, 'first_login', now() + interval '1 hour') RETURNING id`,
    [person.id],
  );
  expect(await outcomeOf(invalidatePasswords(admin, { userIds: [person.id] }))).toBe('done');
  expect(await admit(token)).toEqual({ kind: 'ended', reason: 'password_changed' });
  const [row] = await sql<{ live: boolean }>(
    'SELECT voided_at IS NULL AS live FROM access_links WHERE id = $1',
    [link!.id],
  );
  expect(row).toEqual({ live: false });
  expect(await outcomeOf(invalidatePasswords(admin, { userIds: [person.id] }))).toBe('already');
});

describe('forcing a password change', () => {
  it('security 8: binds on the next request of a live session, and ends none', async () => {
    const { admin, person } = await cast();
    const { token } = await makeSession(person.id);
    expect(await admit(token)).toMatchObject({ owed: null });
    await forcePasswordChange(admin, { userIds: [person.id] });
    expect(await admit(token)).toMatchObject({ kind: 'admitted', owed: 'change-password' });
    expect(await sessionEndsOf(person.id)).toEqual([null]);
  });

  it.each<[string, PersonOptions]>([
    ['directory', { source: 'directory', directoryAllows: true }],
    ['no-password', { password: '' }],
  ])('is refused: %s', async (outcome, options) => {
    const { admin, person } = await cast(options);
    expect(await outcomeOf(forcePasswordChange(admin, { userIds: [person.id] }))).toBe(outcome);
    expect(await accessOf(person.id)).toMatchObject({ password_change_owed: false });
    expect(await auditOf(person.id)).toEqual([]);
  });
});

describe('invalidating passwords', () => {
  it('removes the hash, ends the sessions, forgets the devices and mails the only way back', async () => {
    const { admin, person } = await cast({ passwordChangeOwed: true });
    const { token } = await makeSession(person.id);
    await sql('INSERT INTO known_devices (user_id, token_hash) VALUES ($1, sha256($2))', [
      person.id,
      'a device',
    ]);
    await invalidatePasswords(admin, { userIds: [person.id] });
    expect(await hashOf(person.id)).toBeUndefined();
    expect(await admit(token)).toEqual({ kind: 'ended', reason: 'password_changed' });
    expect(await sql('SELECT 1 FROM known_devices WHERE user_id = $1', [person.id])).toEqual([]);
    expect(await accessOf(person.id)).toMatchObject({ password_change_owed: false });
    const attempt = await signIn({ email: person.email, password: OLD }, VISITOR);
    expect(attempt).toEqual({ kind: 'failed' });
    const [mail, ...more] = await sql<{ template: string; link_id: string }>(
      'SELECT template, link_id FROM mails WHERE user_id = $1',
      [person.id],
    );
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ template: 'password-invalidated' });
    const token2 = linkToken('password_reset', mail!.link_id);
    expect(await completeReset({ ...NEW, token: token2 }, VISITOR)).toBe('done');
    expect((await signIn({ email: person.email, ...NEW }, VISITOR)).kind).toBe('signed-in');
  });

  it('security 28: voids the links there were, so that a leaked mailbox opens nothing older', async () => {
    const { admin, person } = await cast();
    const [older] = await sql<{ id: string }>(
      `INSERT INTO access_links (user_id, purpose, expires_at)
       VALUES ($1, 'password_reset', now() + interval '1 hour') RETURNING id`,
      [person.id],
    );
    await invalidatePasswords(admin, { userIds: [person.id] });
    const token = linkToken('password_reset', older!.id);
    expect(await completeReset({ ...NEW, token }, VISITOR)).toBe('gone');
    expect(await hashOf(person.id)).toBeUndefined();
  });

  it('leaves alone whose password the directory holds', async () => {
    const { admin, person } = await cast({ source: 'directory', directoryAllows: true });
    expect(await outcomeOf(invalidatePasswords(admin, { userIds: [person.id] }))).toBe('directory');
    expect(await sql('SELECT 1 FROM mails WHERE user_id = $1', [person.id])).toEqual([]);
  });

  it('also takes a password away that is set while it waits', async () => {
    const { admin, person } = await cast({ password: '' });
    const first = `WITH held AS MATERIALIZED (
        SELECT user_id FROM user_access WHERE user_id = $1 FOR UPDATE)
      INSERT INTO password_credentials (user_id, hash) SELECT user_id, 'theirs' FROM held`;
    const outcome = await inOpenTransaction(first, [person.id], async (commit) => {
      const pending = outcomeOf(invalidatePasswords(admin, { userIds: [person.id] }));
      await untilSomebodyWaits();
      await commit();
      return pending;
    });
    expect(outcome).toBe('done');
    expect(await hashOf(person.id)).toBeUndefined();
  });

  it('and setting one at once: either is told, and never does the old one stay', async () => {
    let refused = 0;
    for (let round = 0; round < 20; round += 1) {
      const { admin, person } = await cast();
      const [set, invalidated] = await Promise.allSettled([
        setPassword(admin, { ...NEW, userId: person.id, forceChange: false }),
        invalidatePasswords(admin, { userIds: [person.id] }),
      ]);
      expect(invalidated).toMatchObject({ status: 'fulfilled' });
      const hash = (await hashOf(person.id)) ?? null;
      expect(await verifyPassword(hash, OLD)).toBe(false);
      // Whoever came second found the other's work, or began only after it.
      if (set.status === 'rejected') {
        expect(set.reason).toMatchObject({ code: 'conflict' });
        refused += 1;
      }
      if (hash !== null)
        expect((await auditOf(person.id)).at(-1)?.action).toBe('user.password-set');
    }
    expect(refused).toBeGreaterThan(0);
  });
});

describe('security 61: invalidating each other', () => {
  beforeEach(() =>
    sql(
      "UPDATE user_access SET admin_right = NULL, is_staff = FALSE WHERE admin_right = 'superuser'",
    ),
  );
  const superuser = () => makePerson({ right: 'superuser', company: null });
  const giveHash = (ids: string[]) =>
    sql(
      `INSERT INTO password_credentials (user_id, hash) SELECT unnest($1::uuid[]), 'x'
       ON CONFLICT DO NOTHING`,
      [ids],
    );
  const effective = `SELECT 1 FROM user_access a JOIN password_credentials k USING (user_id)
    WHERE a.admin_right = 'superuser' AND a.is_active AND a.locked_at IS NULL`;
  const mend = `UPDATE user_access SET locked_at = NULL, lock_reason = NULL, locked_by_id = NULL
    WHERE admin_right = 'superuser'`;

  it('two superusers: one who can sign in remains, 100 times', { timeout: 60_000 }, async () => {
    const [one, other] = [actorOf(await superuser()), actorOf(await superuser())];
    for (let round = 0; round < 100; round += 1) {
      await giveHash([one.userId, other.userId]);
      const against = (actor: typeof one, userId: string, locks: boolean) =>
        locks
          ? lockUsers(actor, { userIds: [userId], reason: 'race' })
          : invalidatePasswords(actor, { userIds: [userId] });
      const results = await Promise.allSettled([
        against(one, other.userId, round % 3 === 1),
        against(other, one.userId, round % 3 === 2),
      ]);
      for (const result of results) {
        if (result.status === 'rejected') {
          expect(result.reason).toMatchObject({ code: 'forbidden' });
        }
      }
      expect((await sql(effective)).length).toBe(1);
      await sql(mend);
    }
  });

  it('20 superusers invalidate all others at once: one remains', { timeout: 60_000 }, async () => {
    const people = await Promise.all(Array.from({ length: 20 }, superuser));
    const userIds = people.map(({ id }) => id);
    await giveHash(userIds);
    await Promise.allSettled(
      people.map((person) => invalidatePasswords(actorOf(person), { userIds })),
    );
    expect(await sql(effective)).toHaveLength(1);
  });
});
