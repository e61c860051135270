import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { createUser } from '@/lib/people/commands';
import { newUser } from '@/lib/people/schema';
import { createCompany, updateCompany } from '@/lib/organisation/commands';
import { changePassword, setPassword } from '@/lib/passwords/commands';
import { answerReset } from '@/lib/passwords/request-reset';
import { updateSettings } from '@/lib/settings/commands';
import { endOtherSessions, endOwnSession, signOut } from '@/lib/sessions/commands';
import { actorOf, makeCompany, makePerson, makeSession, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import {
  resetUsers,
  deactivateUsers,
  endSessionsOf,
  forcePasswordChange,
  invalidatePasswords,
  lockUsers,
  sendFirstLogin,
  sendPasswordReset,
  unlockUsers,
} from './commands';

const PASSWORD = 'correct horse battery staple';
const NEW = { password: 'another battery of horses', repeat: 'another battery of horses' };

async function cast(right: 'user_admin' | 'superuser' = 'user_admin') {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ right, company }));
  const person = await makePerson({ company, password: PASSWORD });
  return { company, admin, person };
}

const onlyAction = (rows: { action: string }[], action: string) =>
  rows.filter((row) => row.action === action);

describe('each change leaves one audit row, with before and after', () => {
  it('lock and unlock', async () => {
    const { company, admin, person } = await cast();
    await lockUsers(admin, { userIds: [person.id], reason: 'Phone lost' });
    await unlockUsers(admin, { userIds: [person.id] });
    const open = { lockedAt: null, reason: null };
    const shut = { lockedAt: expect.any(String) as string, reason: 'Phone lost' };
    const by = {
      actor_id: admin.userId,
      company_id: company.id,
      address: admin.address,
      request_id: admin.requestId,
    };
    expect(await auditOf(person.id)).toEqual([
      { action: 'user.locked', before: open, after: shut, ...by },
      { action: 'user.unlocked', before: shut, after: open, ...by },
    ]);
  });

  it('deactivate and activate', async () => {
    const { admin, person } = await cast();
    await deactivateUsers(admin, { userIds: [person.id] });
    await resetUsers(admin, { userIds: [person.id] });
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.deactivated', before: { isActive: true }, after: { isActive: false } },
      { action: 'user.activated', before: { isActive: false }, after: { isActive: true } },
    ]);
  });

  it('force a password change, invalidate the password', async () => {
    const { admin, person } = await cast();
    await forcePasswordChange(admin, { userIds: [person.id] });
    await invalidatePasswords(admin, { userIds: [person.id] });
    const [owed, free] = [{ passwordChangeOwed: true }, { passwordChangeOwed: false }];
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.password-change-forced', before: free, after: owed },
      { action: 'user.password-invalidated', before: owed, after: free },
    ]);
  });

  it('a link sent says what for', async () => {
    const { admin, person } = await cast();
    await sendPasswordReset(admin, { userIds: [person.id] });
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.invited', before: null, after: { link: 'password_reset' } },
    ]);
  });

  it('ending sessions says how many', async () => {
    const { admin, person } = await cast();
    for (let i = 0; i < 3; i += 1) await makeSession(person.id);
    await endSessionsOf(admin, { userIds: [person.id] });
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.sessions-ended', before: null, after: { sessions: 3 } },
    ]);
  });

  it('a set of people: one each', async () => {
    const { company, admin } = await cast();
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson({ company })));
    await lockUsers(admin, { userIds: people.map(({ id }) => id), reason: 'test' });
    for (const { id } of people)
      expect(onlyAction(await auditOf(id), 'user.locked')).toHaveLength(1);
  });
});

/** Changes of the state that is compared before and after; whatever they touch must be in it. */
const CHANGES: [string, (admin: Actor, person: TestPerson, session: string) => Promise<unknown>][] =
  [
    ['lock', (admin, { id }) => lockUsers(admin, { userIds: [id], reason: 'test' })],
    ['unlock', (admin, { id }) => unlockUsers(admin, { userIds: [id] })],
    ['deactivate', (admin, { id }) => deactivateUsers(admin, { userIds: [id] })],
    ['activate', (admin, { id }) => resetUsers(admin, { userIds: [id] })],
    ['end sessions', (admin, { id }) => endSessionsOf(admin, { userIds: [id] })],
    [
      'set password',
      (admin, { id }) => setPassword(admin, { ...NEW, userId: id, forceChange: true }),
    ],
    [
      'change password',
      (_, person, session) =>
        changePassword(actorOf(person, session), { ...NEW, current: PASSWORD }),
    ],
    ['sign out', (_, person, session) => signOut(actorOf(person, session))],
    [
      'end own session',
      (_, person, session) => endOwnSession(actorOf(person), { sessionId: session }),
    ],
    ['end other sessions', (_, person) => endOtherSessions(actorOf(person))],
    ['force password change', (admin, { id }) => forcePasswordChange(admin, { userIds: [id] })],
    ['invalidate password', (admin, { id }) => invalidatePasswords(admin, { userIds: [id] })],
    ['send reset link', (admin, { id }) => sendPasswordReset(admin, { userIds: [id] })],
    ['send first login', (admin, { id }) => sendFirstLogin(admin, { userIds: [id] })],
    ['ask for a reset', (admin, { email }) => answerReset({ email, origin: admin })],
    [
      'change the settings',
      (admin) =>
        updateSettings(admin, {
          sessionIdleMinutes: 30,
          sessionAbsoluteMinutes: 600,
          passwordMinimum: 9,
          dormantAfterDays: 60,
          version: 1,
        }),
    ],
    [
      'create a user',
      (admin) =>
        createUser(
          admin,
          newUser.parse({
            firstName: 'Ann',
            lastName: 'Lee',
            email: 'never@example.org',
            companyId: admin.companyId,
            password: PASSWORD,
          }),
        ),
    ],
    ['create a company', (admin) => createCompany(admin, { name: 'Never', timeZone: 'UTC' })],
    [
      'edit a company',
      (admin) =>
        updateCompany(admin, {
          companyId: admin.companyId!,
          name: 'Never again',
          timeZone: 'Asia/Tokyo',
          version: 1,
        }),
    ],
  ];

/** What makes a change one, where a fresh account is not enough. */
const READY: Record<string, string> = {
  unlock: "locked_at = now(), lock_reason = 'x'",
  activate: 'is_active = FALSE',
  'send first login': 'profile_completion_owed = TRUE',
};

const everything = () =>
  sql(`SELECT (SELECT md5(string_agg(t::text, ';' ORDER BY id)) FROM users t) AS users,
    (SELECT md5(string_agg(t::text, ';' ORDER BY user_id)) FROM user_access t) AS access,
    (SELECT md5(string_agg(t::text, ';' ORDER BY user_id)) FROM password_credentials t) AS passwords,
    (SELECT md5(string_agg(t::text, ';' ORDER BY id)) FROM sessions t) AS sessions,
    (SELECT md5(string_agg(t::text, ';' ORDER BY id)) FROM companies t) AS companies,
    (SELECT md5(string_agg(t::text, ';' ORDER BY id)) FROM access_links t) AS links,
    (SELECT md5(string_agg(t::text, ';' ORDER BY id)) FROM mails t) AS mails,
    (SELECT count(*) FROM graphile_worker._private_jobs) AS jobs,
    (SELECT md5(t::text) FROM settings t) AS settings,
    (SELECT count(*) FROM audit_events) AS audit`);

describe('security 51: without its audit row no change commits', () => {
  beforeAll(async () => {
    await sql(`CREATE FUNCTION audit_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'the audit is full'; END $$`);
  });

  it.each(CHANGES)('%s', async (name, change) => {
    const { admin, person } = await cast('superuser');
    const { id: session } = await makeSession(person.id);
    const ready = READY[name];
    if (ready) await sql(`UPDATE user_access SET ${ready} WHERE user_id = $1`, [person.id]);
    if (name === 'send first login') {
      await sql('DELETE FROM password_credentials WHERE user_id = $1', [person.id]);
    }
    await sql(
      "UPDATE companies SET control_word_hash = 'x', control_word_changed_at = now() WHERE id = $1",
      [person.companyId],
    );
    const before = await everything();
    await sql(`CREATE TRIGGER audit_full BEFORE INSERT ON audit_events FOR EACH ROW
      EXECUTE FUNCTION audit_full()`);
    try {
      await expect(change(admin, person, session)).rejects.toThrow(/audit is full/);
    } finally {
      await sql('DROP TRIGGER audit_full ON audit_events');
    }
    expect(await everything()).toEqual(before);
    // And nothing but the audit stood in its way.
    await change(admin, person, session);
    expect(await everything()).not.toEqual(before);
  });
});
