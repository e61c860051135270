import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import { verifyPassword } from '@/lib/credentials/passwords';
import { resetUsers, deactivateUsers, lockUsers, unlockUsers } from '@/lib/lifecycle/commands';
import { VALID_FOR } from '@/lib/links/links';
import { linkToken } from '@/lib/links/token';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import {
  actorOf,
  makeCompany,
  makePerson,
  makeSession,
  type PersonOptions,
  type TestPerson,
} from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf, auditOf, hashOf, sessionEndsOf } from '@/tests/state';
import { changePassword, setPassword } from './commands';
import { completeReset, lookAtReset } from './complete-reset';
import { passwordToReset } from './schema';

const OLD = 'correct horse battery staple';
const NEW = 'another battery of horses';
const VISITOR = { address: '192.0.2.1', requestId: 'request-1', userAgent: 'Test/1.0' };

/** A link as requestReset makes it; the mail alone has its token. */
async function linkFor(userId: string, purpose = 'password_reset') {
  const [link] = await sql<{ id: string }>(
    `INSERT INTO access_links (user_id, purpose, expires_at)
     VALUES ($1, $2, now() + make_interval(secs => $3)) RETURNING id`,
    [userId, purpose, VALID_FOR.reset / 1000],
  );
  return { id: link!.id, token: linkToken('password_reset', link!.id) };
}

const person = (options: PersonOptions = {}) => makePerson({ password: OLD, ...options });
const choose = (token: string, password = NEW) =>
  completeReset({ token, password, repeat: password }, VISITOR);
const matches = async (userId: string, password: string) =>
  verifyPassword((await hashOf(userId)) ?? null, password);

describe('a mailed link', () => {
  it('sets the password, ends all sessions and forgets the devices', async () => {
    const ann = await person({ passwordChangeOwed: true });
    const sessions = [await makeSession(ann.id), await makeSession(ann.id)];
    await sql('INSERT INTO known_devices (user_id, token_hash) VALUES ($1, sha256($2))', [
      ann.id,
      'a device',
    ]);
    const { token } = await linkFor(ann.id);
    expect(await choose(token)).toBe('done');
    expect([await matches(ann.id, NEW), await matches(ann.id, OLD)]).toEqual([true, false]);
    expect(await accessOf(ann.id)).toMatchObject({ password_change_owed: false });
    for (const { token: session } of sessions) {
      expect(await admit(session)).toEqual({ kind: 'ended', reason: 'password_changed' });
    }
    expect(await sql('SELECT 1 FROM known_devices WHERE user_id = $1', [ann.id])).toEqual([]);
    expect(await auditOf(ann.id)).toMatchObject([
      { action: 'user.password-reset', actor_id: ann.id, before: null, after: null },
    ]);
    expect(await sql('SELECT template, props FROM mails WHERE user_id = $1', [ann.id])).toEqual([
      { template: 'security-notice', props: { firstName: 'Ann', event: 'password-changed' } },
    ]);
  });

  it('gives a password to somebody who has none', async () => {
    const ann = await makePerson();
    expect(await choose((await linkFor(ann.id)).token)).toBe('done');
    expect(await matches(ann.id, NEW)).toBe(true);
  });

  it('signs nobody in, and takes no second factor away (security 20)', async () => {
    const ann = await person({ twoFactorEnabled: true });
    expect(await choose((await linkFor(ann.id)).token)).toBe('done');
    expect(await sessionEndsOf(ann.id)).toEqual([]);
    const [access] = await sql(
      'SELECT 1 FROM user_access WHERE user_id = $1 AND two_factor_enabled_at IS NOT NULL',
      [ann.id],
    );
    expect(access).toBeDefined();
  });

  it('security 24: looked at five times it still works, and looking changes nothing', async () => {
    const ann = await person({ lastName: 'Lovelace' });
    const { id, token } = await linkFor(ann.id);
    const row = () => sql('SELECT * FROM access_links WHERE id = $1', [id]);
    const before = await row();
    for (let i = 0; i < 5; i += 1) {
      expect(await lookAtReset(token)).toMatchObject({
        email: ann.email,
        rules: { minimum: 8, words: expect.arrayContaining(['Lovelace']) as string[] },
      });
    }
    expect(await row()).toEqual(before);
    expect(await choose(token)).toBe('done');
    expect(await lookAtReset(token)).toBeUndefined();
  });

  it('security 23: 20 at once: one counts', async () => {
    const ann = await person();
    const { token } = await linkFor(ann.id);
    const passwords = Array.from({ length: 20 }, (_, i) => `${NEW} ${i}`);
    const results = await Promise.all(passwords.map((password) => choose(token, password)));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
    const chosen = passwords[results.indexOf('done')]!;
    expect(await matches(ann.id, chosen)).toBe(true);
    expect(await auditOf(ann.id)).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['the current one', OLD],
    ['a word of theirs', 'Lovelace1815'],
    ['a common one', 'iloveyou'],
    ['few characters', 'abababababab'],
  ])('security 4: not with %s, and the link still counts', async (_, password) => {
    const ann = await person({ lastName: 'Lovelace' });
    const { token } = await linkFor(ann.id);
    await expect(choose(token, password)).rejects.toMatchObject({
      code: 'invalid',
      fields: { password: expect.any(String) as string },
    });
    expect(await matches(ann.id, OLD)).toBe(true);
    expect(await choose(token)).toBe('done');
  });

  it('security 4: not with a shorter one than the settings ask for', async () => {
    const ann = await person();
    const { token } = await linkFor(ann.id);
    await sql('UPDATE settings SET password_minimum = 40');
    try {
      await expect(choose(token)).rejects.toMatchObject({ code: 'invalid' });
    } finally {
      await sql('UPDATE settings SET password_minimum = 8');
    }
  });
});

describe('security 23: a token that opens nothing', () => {
  const forged: [string, (id: string, token: string) => string][] = [
    ['the id alone', (id) => id],
    ['truncated', (_, token) => token.slice(0, -1)],
    ['with more behind it', (_, token) => `${token}A`],
    ['of another purpose', (id) => linkToken('first_login', id)],
    ['with another id', (_, token) => `B${token.slice(1)}`],
    ['with another signature', (_, token) => token.slice(0, 22) + 'A'.repeat(43)],
    ['that is empty', () => ''],
    ['of nonsense', () => '\0'.repeat(65)],
  ];
  it.each(forged)('%s', async (_, forge) => {
    const ann = await person();
    const { id, token } = await linkFor(ann.id);
    const attempt = forge(id, token);
    expect(await lookAtReset(attempt)).toBeUndefined();
    expect(await choose(attempt)).toBe('gone');
    expect(await matches(ann.id, OLD)).toBe(true);
  });

  it('of the other kind of link', async () => {
    const ann = await person();
    const { token } = await linkFor(ann.id, 'first_login');
    expect(await choose(token)).toBe('gone');
    expect(await matches(ann.id, OLD)).toBe(true);
  });

  it('after an hour', async () => {
    const ann = await person();
    const { id, token } = await linkFor(ann.id);
    const age = `UPDATE access_links SET created_at = created_at - interval '2 hours',
      expires_at = now() + make_interval(secs => $2) WHERE id = $1`;
    await sql(age, [id, 30]);
    expect(await lookAtReset(token)).toBeDefined();
    await sql(age, [id, -1]);
    expect(await lookAtReset(token)).toBeUndefined();
    expect(await choose(token)).toBe('gone');
  });
});

describe('security 28: a link is void', () => {
  type Change = (ann: TestPerson, admin: TestPerson) => Promise<unknown>;
  const CHANGES: [string, Change][] = [
    [
      'after their own change of the password',
      async (ann) =>
        changePassword(actorOf(ann, (await makeSession(ann.id)).id), {
          current: OLD,
          password: 'a third password here',
          repeat: 'a third password here',
        }),
    ],
    [
      'after an administrator set it',
      (ann, admin) =>
        setPassword(actorOf(admin), {
          userId: ann.id,
          password: 'a third password here',
          repeat: 'a third password here',
          forceChange: false,
        }),
    ],
    [
      'after another link was used',
      async (ann) => choose((await linkFor(ann.id)).token, 'a third password here'),
    ],
    [
      'after a lock, lifted or not',
      async (ann, admin) => {
        await lockUsers(actorOf(admin), { userIds: [ann.id], reason: 'test' });
        await unlockUsers(actorOf(admin), { userIds: [ann.id] });
      },
    ],
    [
      'after a deactivation, lifted or not',
      async (ann, admin) => {
        await deactivateUsers(actorOf(admin), { userIds: [ann.id] });
        await resetUsers(actorOf(admin), { userIds: [ann.id] });
      },
    ],
    ['after its person is gone', (ann) => sql('DELETE FROM users WHERE id = $1', [ann.id])],
  ];

  it.each(CHANGES)('%s', async (_, change) => {
    const company = await makeCompany();
    const admin = await makePerson({ right: 'user_admin', company });
    const ann = await person({ company });
    const { token } = await linkFor(ann.id);
    await change(ann, admin);
    const before = await hashOf(ann.id);
    expect(await lookAtReset(token)).toBeUndefined();
    expect(await choose(token)).toBe('gone');
    expect(await hashOf(ann.id)).toBe(before);
  });
});

describe('security 29: whoever may not enter gains nothing by a link they have', () => {
  it.each<[string, PersonOptions]>([
    ['deactivated', { isActive: false }],
    ['locked', { locked: true }],
    ['not started', { startDate: '2999-01-01' }],
    ['expired', { endDate: '2000-01-01' }],
    ['refused by the directory', { directoryAllows: false }],
    ['of a directory', { source: 'directory', directoryAllows: true }],
  ])('%s', async (_, options) => {
    const ann = await person(options);
    expect(await choose((await linkFor(ann.id)).token)).toBe('gone');
    expect(await matches(ann.id, OLD)).toBe(true);
    expect(await auditOf(ann.id)).toEqual([]);
  });

  const change = (set: string) => `UPDATE user_access SET ${set} WHERE user_id = $1`;
  it.each([
    ['a lock', change("locked_at = now(), lock_reason = 'test'")],
    ['a deactivation', change('is_active = FALSE')],
    ['an end date', change('end_date = now()::date - 2')],
    [
      'a newer link',
      `WITH held AS (SELECT 1 FROM user_access WHERE user_id = $1 FOR UPDATE)
       UPDATE access_links SET voided_at = now() FROM held WHERE user_id = $1`,
    ],
  ])('%s that is committed while the reset waits wins', async (_, text) => {
    const ann = await person();
    const { token } = await linkFor(ann.id);
    const result = await inOpenTransaction(text, [ann.id], async (commit) => {
      const pending = choose(token);
      await untilSomebodyWaits();
      await commit();
      return pending;
    });
    expect(result).toBe('gone');
    expect(await matches(ann.id, OLD)).toBe(true);
  });
});

describe('security 51: without its audit row nothing is reset', () => {
  it('and the link still counts', async () => {
    const ann = await person();
    const { token } = await linkFor(ann.id);
    const session = await makeSession(ann.id);
    await sql(`CREATE FUNCTION audit_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'the audit is full'; END $$`);
    await sql(`CREATE TRIGGER audit_full BEFORE INSERT ON audit_events FOR EACH ROW
      EXECUTE FUNCTION audit_full()`);
    await expect(choose(token)).rejects.toThrow(/audit is full/);
    await sql('DROP TRIGGER audit_full ON audit_events');
    expect(await matches(ann.id, OLD)).toBe(true);
    expect(await admit(session.token)).toMatchObject({ kind: 'admitted' });
    expect(await choose(token)).toBe('done');
  });
});

it('security 31: no token is kept: in no row of the database', async () => {
  const ann = await person();
  const { token } = await linkFor(ann.id);
  await choose(token);
  for (const table of ['access_links', 'mails', 'audit_events', 'graphile_worker._private_jobs']) {
    const rows = await sql<{ text: string }>(`SELECT t::text AS text FROM ${table} t`);
    const all = rows.map(({ text }) => text).join('\n');
    expect(all).not.toContain(token.slice(22));
    expect(all).not.toContain(token);
  }
});

describe('security 36, 37: the form', () => {
  const FORM = { token: 'x', password: NEW, repeat: NEW };

  it('is taken as it is', () => {
    expect(passwordToReset.parse(FORM)).toEqual(FORM);
  });

  it.each<object>([
    { repeat: `${NEW}.` },
    { password: '1234567', repeat: '1234567' },
    { token: '' },
    { token: ['x'] },
    { token: 'x'.repeat(101) },
    { userId: '00000000-0000-0000-0000-000000000000' },
    { email: 'ann@example.org' },
  ])('is refused with %j', (change) => {
    expect(passwordToReset.safeParse({ ...FORM, ...change }).success).toBe(false);
  });
});
