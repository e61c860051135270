import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import type { Actor } from '@/lib/core/actor';
import { verifyPassword } from '@/lib/credentials/passwords';
import { findLink } from '@/lib/links/links';
import { makeLink, makeNewcomer } from '@/tests/newcomers';
import { actorOf, makeSession, type PersonOptions } from '@/tests/people';
import { picture, uploaded } from '@/tests/pictures';
import { sql } from '@/tests/sql';
import { auditOf, hashOf, sessionEndsOf } from '@/tests/state';
import { completeProfile } from './commands';
import { ownProfile } from './queries';
import { profileCompletion } from './schema';

const PASSWORD = 'correct horse battery staple';
const FORM = { firstName: 'Anna', lastName: 'Lee-Park', phone: '+380 44 123 4567' };
const WITH_PASSWORD = { ...FORM, password: PASSWORD, repeat: PASSWORD };
const form = (change: object = {}) => profileCompletion.parse({ ...WITH_PASSWORD, ...change });
const refusal = (field: string) => ({
  code: 'invalid',
  fields: { [field]: expect.any(String) as string },
});

async function newcomer(options: PersonOptions = {}) {
  const ann = await makeNewcomer(options);
  const session = await makeSession(ann.id);
  return { ann, session, actor: actorOf(ann, session.id) };
}

const profileOf = async (userId: string) => {
  const [row] = await sql(
    `SELECT u.first_name, u.last_name, u.phone, u.version, a.profile_completion_owed AS owed,
       a.is_staff, a.admin_right, p.user_id IS NOT NULL AS photo
     FROM users u JOIN user_access a ON a.user_id = u.id
     LEFT JOIN user_photos p ON p.user_id = u.id WHERE u.id = $1`,
    [userId],
  );
  return row;
};

/** Nothing of it happened. */
async function expectUntouched({ userId }: Actor) {
  expect(await profileOf(userId)).toMatchObject({ first_name: 'Ann', owed: true, photo: false });
  expect(await hashOf(userId)).toBeUndefined();
  expect(await auditOf(userId)).toEqual([]);
}

describe('completing the profile', () => {
  it('writes names, phone and password, takes the step off, and writes the audit', async () => {
    const { ann, session, actor } = await newcomer();
    expect(await admit(session.token)).toMatchObject({ owed: 'complete-profile' });
    await completeProfile(actor, form());
    expect(await profileOf(ann.id)).toEqual({
      first_name: 'Anna',
      last_name: 'Lee-Park',
      phone: '+380441234567',
      version: 2,
      owed: false,
      is_staff: false,
      admin_right: null,
      photo: false,
    });
    expect(await verifyPassword((await hashOf(ann.id)) ?? null, PASSWORD)).toBe(true);
    expect(await admit(session.token)).toMatchObject({ kind: 'admitted', owed: null });
    const audit = await auditOf(ann.id);
    expect(audit).toMatchObject([
      {
        action: 'user.profile-completed',
        actor_id: ann.id,
        company_id: ann.companyId,
        before: { firstName: 'Ann', lastName: 'Example', phone: null },
        after: { firstName: 'Anna', phone: '+380441234567', passwordSet: true },
      },
    ]);
    expect(JSON.stringify(audit)).not.toMatch(/battery|argon2/);
  });

  it('keeps a photo that is given, and nothing at all when it is none', async () => {
    const { ann, actor } = await newcomer();
    await expect(completeProfile(actor, form({ photo: uploaded('<svg/>') }))).rejects.toMatchObject(
      refusal('photo'),
    );
    await expectUntouched(actor);
    await completeProfile(actor, form({ photo: uploaded(await picture('png')) }));
    expect(await profileOf(ann.id)).toMatchObject({ owed: false, photo: true });
  });

  it('security 11, 28: ends the other sessions and voids what was still open', async () => {
    const { ann, session, actor } = await newcomer();
    await makeSession(ann.id);
    const links = [
      await makeLink(ann.id),
      await makeLink(ann.id, { purpose: 'password_reset' }),
    ] as const;
    await completeProfile(actor, form());
    expect(await sessionEndsOf(ann.id)).toEqual([null, 'password_changed']);
    expect(await admit(session.token)).toMatchObject({ kind: 'admitted' });
    expect(await findLink('first_login', links[0])).toBeUndefined();
    expect(await findLink('password_reset', links[1])).toBeUndefined();
  });

  it('is done once, of 20 at once', async () => {
    const { ann, actor } = await newcomer();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => completeProfile(actor, form())),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) {
      if (one.status !== 'rejected') continue;
      expect((one.reason as { code: string }).code).toMatch(/conflict|invalid/);
    }
    expect(await auditOf(ann.id)).toHaveLength(1);
    expect(await profileOf(ann.id)).toMatchObject({ version: 2 });
  });

  it('is done once where there was a password before, too', async () => {
    const { ann, actor } = await newcomer({ password: 'a password of before' });
    const complete = () => completeProfile(actor, profileCompletion.parse(FORM));
    await complete();
    await expect(complete()).rejects.toMatchObject({ code: 'conflict' });
    expect(await profileOf(ann.id)).toMatchObject({ version: 2 });
  });
});

describe('security 4: the password of a completed profile', () => {
  it('is asked for where there is none', async () => {
    const { actor } = await newcomer();
    expect(await ownProfile(actor)).toMatchObject({ needsPassword: true });
    await expect(completeProfile(actor, profileCompletion.parse(FORM))).rejects.toMatchObject(
      refusal('password'),
    );
    await expectUntouched(actor);
  });

  it.each(['password1', 'Lee-Park', 'Lee-Park12', 'aaaaaaaaaaaa'])(
    'is not %s',
    async (password) => {
      const { actor } = await newcomer();
      await expect(
        completeProfile(actor, form({ password, repeat: password })),
      ).rejects.toMatchObject(refusal('password'));
      await expectUntouched(actor);
    },
  );

  it('keeps to the length of the settings', async () => {
    const { actor } = await newcomer();
    await sql('UPDATE settings SET password_minimum = 40');
    await expect(completeProfile(actor, form())).rejects.toMatchObject(refusal('password'));
    await sql('UPDATE settings SET password_minimum = 8');
    await expectUntouched(actor);
  });

  it('does not replace one that is there: that takes the current one', async () => {
    const { ann, actor } = await newcomer({ password: 'a password of before' });
    const before = await hashOf(ann.id);
    expect(await ownProfile(actor)).toMatchObject({ needsPassword: false });
    await expect(completeProfile(actor, form())).rejects.toMatchObject(refusal('password'));
    await completeProfile(actor, profileCompletion.parse(FORM));
    expect(await hashOf(ann.id)).toBe(before);
    expect(await profileOf(ann.id)).toMatchObject({ owed: false, phone: '+380441234567' });
    expect(await auditOf(ann.id)).toMatchObject([{ after: { passwordSet: false } }]);
  });
});

describe('security 8: who was put out meanwhile completes nothing', () => {
  it.each<[string, string]>([
    ['locked', "UPDATE user_access SET locked_at = now(), lock_reason = 'x' WHERE user_id = $1"],
    ['deactivated', 'UPDATE user_access SET is_active = FALSE WHERE user_id = $1'],
    ['expired', "UPDATE user_access SET end_date = '2000-01-01' WHERE user_id = $1"],
    [
      'signed out',
      "UPDATE sessions SET ended_at = now(), end_reason = 'signed_out' WHERE user_id = $1",
    ],
  ])('%s', async (_, change) => {
    const { ann, actor } = await newcomer();
    await sql(change, [ann.id]);
    await expect(completeProfile(actor, form())).rejects.toMatchObject({ code: 'forbidden' });
    await expectUntouched(actor);
  });

  it('nor does a session of somebody else', async () => {
    const { actor } = await newcomer();
    const { session } = await newcomer();
    await expect(
      completeProfile({ ...actor, sessionId: session.id }, form()),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expectUntouched(actor);
  });
});

describe('security 36: the form', () => {
  it.each(['isStaff', 'right', 'adminRight', 'email', 'companyId', 'userId', 'passwordHash'])(
    'knows no field %s',
    (field) => {
      const { error } = profileCompletion.safeParse({ ...WITH_PASSWORD, [field]: 'on' });
      expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: [field] }]);
    },
  );

  it.each<[string, object, string]>([
    ['no first name', { firstName: ' ' }, 'firstName'],
    ['no last name', { lastName: '' }, 'lastName'],
    ['no phone', { phone: '' }, 'phone'],
    ['a phone without country', { phone: '044 123 4567' }, 'phone'],
    ['a short password', { password: '1234567', repeat: '1234567' }, 'password'],
    ['two passwords that differ', { repeat: `${PASSWORD} ` }, 'repeat'],
    ['a password once', { repeat: '' }, 'repeat'],
    ['a list of names', { firstName: ['Ann', 'Eve'] }, 'firstName'],
    ['a text for the photo', { photo: randomUUID() }, 'photo'],
  ])('refuses %s', (_, change, field) => {
    const { error } = profileCompletion.safeParse({ ...WITH_PASSWORD, ...change });
    expect(error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});
