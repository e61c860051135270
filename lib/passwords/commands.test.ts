import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import { verifyPassword } from '@/lib/credentials/passwords';
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
import { passwordToChange, passwordToSet } from './schema';

const OLD = 'correct horse battery staple';
const NEW = 'another battery of horses';
const both = (password: string) => ({ password, repeat: password });
const mailsOf = (userId: string) =>
  sql('SELECT template, props FROM mails WHERE user_id = $1', [userId]);
const NOTICE = {
  template: 'security-notice',
  props: { firstName: 'Ann', event: 'password-changed' },
};
const refusedField = (field: string) => ({
  code: 'invalid',
  fields: { [field]: expect.any(String) as string },
});

async function cast(options: PersonOptions = {}, right: 'user_admin' | 'superuser' = 'user_admin') {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ right, company }));
  const person = await makePerson({ company, password: OLD, ...options });
  return { admin, person };
}

const signedIn = async (person: TestPerson) => actorOf(person, (await makeSession(person.id)).id);

const matches = async (userId: string, password: string) =>
  verifyPassword((await hashOf(userId)) ?? null, password);

describe('an administrator sets a password', () => {
  it.each([true, false])('and has it changed at the next sign-in: %s', async (forceChange) => {
    const { admin, person } = await cast({ passwordChangeOwed: !forceChange });
    await setPassword(admin, { ...both(NEW), userId: person.id, forceChange });
    expect([await matches(person.id, NEW), await matches(person.id, OLD)]).toEqual([true, false]);
    expect(await accessOf(person.id)).toMatchObject({ password_change_owed: forceChange });
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.password-set', actor_id: admin.userId, after: { changeOwed: forceChange } },
    ]);
    expect(await mailsOf(person.id)).toEqual([NOTICE]);
  });

  it('also of somebody who had none', async () => {
    const { admin } = await cast();
    const person = await makePerson({ company: { id: admin.companyId!, name: '' } });
    await setPassword(admin, { ...both(NEW), userId: person.id, forceChange: true });
    expect(await matches(person.id, NEW)).toBe(true);
  });

  it('ends sessions, and does not lift a lock', async () => {
    const { admin, person } = await cast({ locked: true });
    await makeSession(person.id);
    await setPassword(admin, { ...both(NEW), userId: person.id, forceChange: false });
    expect(await sessionEndsOf(person.id)).toEqual(['password_changed']);
    expect((await accessOf(person.id)).locked_at).not.toBeNull();
  });

  it.each<[string, string]>([
    ['the current one', OLD],
    ['a word of theirs', 'Lovelace1815'],
    ['few characters', 'abababababab'],
  ])('security 4: not %s', async (_, password) => {
    const { admin, person } = await cast({ lastName: 'Lovelace' });
    const attempt = setPassword(admin, { ...both(password), userId: person.id, forceChange: true });
    await expect(attempt).rejects.toMatchObject(refusedField('password'));
    expect(await matches(person.id, OLD)).toBe(true);
    expect(await auditOf(person.id)).toEqual([]);
  });

  it('not of a directory account: the directory holds it', async () => {
    const { admin, person } = await cast({ source: 'directory', directoryAllows: true });
    const attempt = setPassword(admin, { ...both(NEW), userId: person.id, forceChange: true });
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
    expect(await matches(person.id, OLD)).toBe(true);
  });

  it('not their own', async () => {
    const { admin } = await cast();
    const attempt = setPassword(admin, { ...both(NEW), userId: admin.userId, forceChange: false });
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
    expect(await hashOf(admin.userId)).toBeUndefined();
  });

  it('security 35: not of somebody above them', async () => {
    const { admin, person } = await cast({ right: 'organisation_admin' });
    const attempt = setPassword(admin, { ...both(NEW), userId: person.id, forceChange: false });
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    expect(await matches(person.id, OLD)).toBe(true);
  });

  it('security 33: outside the scope nobody is there', async () => {
    const { admin } = await cast();
    const stranger = await makePerson({ password: OLD });
    for (const userId of [stranger.id, randomUUID()]) {
      const attempt = setPassword(admin, { ...both(NEW), userId, forceChange: false });
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await matches(stranger.id, OLD)).toBe(true);
  });

  it('security 33: without the right, who exists is not told', async () => {
    const { person } = await cast();
    const auditor = actorOf(await makePerson({ right: 'auditor' }));
    for (const userId of [person.id, randomUUID()]) {
      const attempt = setPassword(auditor, { ...both(NEW), userId, forceChange: false });
      await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('and of two at once, the later is told', async () => {
    const { admin, person } = await cast();
    const other = "UPDATE password_credentials SET hash = 'theirs' WHERE user_id = $1";
    const attempt = inOpenTransaction(other, [person.id], async (commit) => {
      const pending = setPassword(admin, {
        ...both(NEW),
        userId: person.id,
        forceChange: true,
      }).catch((error: unknown) => error);
      await untilSomebodyWaits();
      await commit();
      return pending;
    });
    expect(await attempt).toMatchObject({ code: 'conflict' });
    expect(await hashOf(person.id)).toBe('theirs');
    expect(await accessOf(person.id)).toMatchObject({ password_change_owed: false });
    expect(await auditOf(person.id)).toEqual([]);
  });

  it('and a first password set meanwhile is not overwritten', async () => {
    const { admin } = await cast();
    const person = await makePerson({ company: { id: admin.companyId!, name: '' } });
    const other = "INSERT INTO password_credentials (user_id, hash) VALUES ($1, 'theirs')";
    const attempt = inOpenTransaction(other, [person.id], async (commit) => {
      const pending = setPassword(admin, {
        ...both(NEW),
        userId: person.id,
        forceChange: true,
      }).catch((error: unknown) => error);
      await untilSomebodyWaits();
      await commit();
      return pending;
    });
    expect(await attempt).toMatchObject({ code: 'conflict' });
    expect(await hashOf(person.id)).toBe('theirs');
  });
});

describe('somebody changes their own password', () => {
  it('security 11: all other sessions end, the own one stays', async () => {
    const { person } = await cast({ passwordChangeOwed: true });
    const [own, other] = [await makeSession(person.id), await makeSession(person.id)];
    await changePassword(actorOf(person, own.id), { ...both(NEW), current: OLD });
    expect(await admit(own.token)).toMatchObject({ kind: 'admitted', owed: null });
    expect(await admit(other.token)).toEqual({ kind: 'ended', reason: 'password_changed' });
    expect(await matches(person.id, NEW)).toBe(true);
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.password-changed', actor_id: person.id, before: null, after: null },
    ]);
    expect(await mailsOf(person.id)).toEqual([NOTICE]);
  });

  it.each<[string, object, string]>([
    ['a wrong current one', { current: 'wrong', ...both(NEW) }, 'current'],
    ['the current one again', { current: OLD, ...both(OLD) }, 'password'],
    ['a word of theirs', { current: OLD, ...both('Lovelace1815') }, 'password'],
  ])('not with %s', async (_, input, field) => {
    const { person } = await cast({ lastName: 'Lovelace', passwordChangeOwed: true });
    const other = await makeSession(person.id);
    const attempt = changePassword(actorOf(person), input as Parameters<typeof changePassword>[1]);
    await expect(attempt).rejects.toMatchObject(refusedField(field));
    expect(await matches(person.id, OLD)).toBe(true);
    expect(await admit(other.token)).toMatchObject({ owed: 'change-password' });
  });

  it('not from a session that ended meanwhile', async () => {
    const { person } = await cast();
    const own = await makeSession(person.id);
    await sql("UPDATE sessions SET ended_at = now(), end_reason = 'locked' WHERE id = $1", [
      own.id,
    ]);
    const attempt = changePassword(actorOf(person, own.id), { ...both(NEW), current: OLD });
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    expect(await matches(person.id, OLD)).toBe(true);
    expect(await auditOf(person.id)).toEqual([]);
  });

  it('and no device stays known', async () => {
    const { person } = await cast();
    await sql('INSERT INTO known_devices (user_id, token_hash) VALUES ($1, sha256($2))', [
      person.id,
      'a device',
    ]);
    await changePassword(await signedIn(person), { ...both(NEW), current: OLD });
    expect(await sql('SELECT 1 FROM known_devices WHERE user_id = $1', [person.id])).toEqual([]);
  });

  it('not without having one', async () => {
    const person = await makePerson();
    const attempt = changePassword(actorOf(person), {
      ...both(NEW),
      current: 'no account has this password',
    });
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
    expect(await hashOf(person.id)).toBeUndefined();
  });

  it('not of a directory account', async () => {
    const { person } = await cast({ source: 'directory', directoryAllows: true });
    const attempt = changePassword(actorOf(person), { ...both(NEW), current: OLD });
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
  });

  it('security 56: guesses at the current one are counted', async () => {
    const { person } = await cast();
    const actor = await signedIn(person);
    for (let i = 0; i < 10; i += 1) {
      const guess = changePassword(actor, { ...both(NEW), current: `wrong ${i}` });
      await expect(guess).rejects.toMatchObject(refusedField('current'));
    }
    const right = changePassword(actor, { ...both(NEW), current: OLD });
    await expect(right).rejects.toMatchObject(refusedField('current'));
    expect(await matches(person.id, OLD)).toBe(true);
    await sql('UPDATE rate_limits SET expire = 1');
    await changePassword(actor, { ...both(NEW), current: OLD });
  });

  it('not once their session has ended or they are locked', async () => {
    const { person } = await cast();
    const { id } = await makeSession(person.id);
    const change = () => changePassword(actorOf(person, id), { ...both(NEW), current: OLD });
    await sql("UPDATE user_access SET locked_at = now(), lock_reason = 'x' WHERE user_id = $1", [
      person.id,
    ]);
    await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
    await sql('UPDATE user_access SET locked_at = NULL, lock_reason = NULL WHERE user_id = $1', [
      person.id,
    ]);
    await sql("UPDATE sessions SET ended_at = now(), end_reason = 'locked' WHERE id = $1", [id]);
    await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
    expect(await matches(person.id, OLD)).toBe(true);
  });

  it('twice at once: once', async () => {
    const { person } = await cast();
    const actor = await signedIn(person);
    const tries = await Promise.allSettled(
      [NEW, `${NEW} too`].map((password) =>
        changePassword(actor, { ...both(password), current: OLD }),
      ),
    );
    const [refused, ...others] = tries.filter((one) => one.status === 'rejected');
    expect(others).toEqual([]);
    expect(refused!.reason).toMatchObject({
      code: expect.stringMatching(/conflict|invalid/) as string,
    });
    expect(await auditOf(person.id)).toHaveLength(1);
  });
});

describe('security 36, 37: the forms', () => {
  const SET = { ...both(NEW), userId: randomUUID(), forceChange: 'on' };
  const CHANGE = { ...both(NEW), current: OLD };

  it('are taken as they are', () => {
    expect(passwordToSet.parse(SET)).toEqual({ ...SET, forceChange: true });
    expect(passwordToChange.parse(CHANGE)).toEqual(CHANGE);
  });

  it.each<object>([
    { repeat: `${NEW}.` },
    both('1234567'),
    both('a'.repeat(257)),
    { password: [NEW], repeat: [NEW] },
    { passwordHash: 'x' },
  ])('are refused with %j', (change) => {
    expect(passwordToSet.safeParse({ ...SET, ...change }).success).toBe(false);
    expect(passwordToChange.safeParse({ ...CHANGE, ...change }).success).toBe(false);
  });

  it('know whose by what they are for', () => {
    expect(passwordToChange.safeParse({ ...CHANGE, userId: randomUUID() }).success).toBe(false);
    expect(passwordToSet.safeParse({ ...SET, userId: 'me' }).success).toBe(false);
  });
});
