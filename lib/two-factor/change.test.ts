import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import { requireTwoFactor } from '@/lib/lifecycle/commands';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { actorOf, makeCompany, makePerson, makeSession, type PersonOptions } from '@/tests/people';
import { codeOf, giveSecondFactor, wrongCode } from '@/tests/second-factor';
import { sql } from '@/tests/sql';
import { auditOf, sessionEndsOf } from '@/tests/state';
import { disableTwoFactor, passTwoFactor, regenerateBackupCodes, testCode } from './commands';
import { ownSecondFactor } from './queries';

const PASSWORD = 'correct horse battery staple';
const AGAIN = { current: PASSWORD };
const WRONG = { current: 'a wrong guess' };
const CONFLICT = { code: 'conflict' };
const refusedField = (field: string) => ({
  code: 'invalid',
  fields: { [field]: expect.any(String) as string },
});

async function cast(options: PersonOptions = {}) {
  const company = await makeCompany();
  const person = await makePerson({ company, password: PASSWORD, ...options });
  const factor = await giveSecondFactor(person.id);
  const actor = actorOf(person, (await makeSession(person.id, { secondFactor: true })).id);
  const pending = async () => ({ ...actor, sessionId: (await makeSession(person.id)).id });
  return { company, person, actor, pending, ...factor };
}

const mailsTo = async (userId: string) =>
  (
    await sql<{ event: string }>(
      "SELECT props ->> 'event' AS event FROM mails WHERE user_id = $1 ORDER BY id",
      [userId],
    )
  ).map(({ event }) => event);

describe('security 11: the other sessions end, and the person is mailed', () => {
  it.each([
    ['disabling', disableTwoFactor, 'two-factor-off', 'user.two-factor-disabled'],
    [
      'new backup codes',
      regenerateBackupCodes,
      'backup-codes-regenerated',
      'user.backup-codes-regenerated',
    ],
  ] as const)('with %s, also one that is polled', async (_, change, event, action) => {
    const { actor, person } = await cast();
    const polled = await makeSession(person.id, { secondFactor: true });
    expect(await admit(polled.token)).toMatchObject({ kind: 'admitted', owed: null });
    await change(actor, AGAIN);
    const reason = 'second_factor_changed';
    expect(await admit(polled.token)).toEqual({ kind: 'ended', reason });
    expect(await sessionEndsOf(person.id)).toEqual([null, reason]);
    expect(await mailsTo(person.id)).toEqual([event]);
    expect(await auditOf(person.id)).toMatchObject([{ action, actor_id: person.id }]);
  });
});

describe('disabling', () => {
  it('leaves no key and no code behind', async () => {
    const { actor, person } = await cast();
    await disableTwoFactor(actor, AGAIN);
    expect(await ownSecondFactor(actor)).toMatchObject({ enabledAt: null, codesLeft: 0 });
    expect(await sql('SELECT 1 FROM totp_credentials WHERE user_id = $1', [person.id])).toEqual([]);
  });

  it('security 22: is refused by direct call when an administrator requires it', async () => {
    const { actor, person } = await cast({ twoFactorRequired: true });
    await expect(disableTwoFactor(actor, AGAIN)).rejects.toMatchObject(CONFLICT);
    expect(await ownSecondFactor(actor)).toMatchObject({ codesLeft: 10, isRequired: true });
    expect((await ownSecondFactor(actor)).enabledAt).not.toBeNull();
    expect(await mailsTo(person.id)).toEqual([]);
  });

  it('security 22: is refused when the requirement is made at the same moment', async () => {
    const { actor } = await cast();
    const required = 'UPDATE user_access SET two_factor_required = TRUE WHERE user_id = $1';
    const attempt = inOpenTransaction(required, [actor.userId], async (commit) => {
      const disabling = disableTwoFactor(actor, AGAIN).catch((error: unknown) => error);
      await untilSomebodyWaits();
      await commit();
      return disabling;
    });
    expect(await attempt).toMatchObject(CONFLICT);
    expect((await ownSecondFactor(actor)).enabledAt).not.toBeNull();
  });

  it('before it is required leads to set-up on the next request', async () => {
    const { actor, company } = await cast();
    await disableTwoFactor(actor, AGAIN);
    const { token } = await makeSession(actor.userId);
    const admin = actorOf(await makePerson({ company, right: 'user_admin' }));
    await requireTwoFactor(admin, { userIds: [actor.userId] });
    expect(await admit(token)).toMatchObject({ owed: 'set-up-2fa' });
  });
});

describe('security 19: new backup codes', () => {
  it('void the old ones at once, the unused and the used', async () => {
    const { actor, pending, codes } = await cast();
    await passTwoFactor(await pending(), { kind: 'backup-code', code: codes[0]! });
    const fresh = await regenerateBackupCodes(actor, AGAIN);
    expect(await ownSecondFactor(actor)).toMatchObject({ codesLeft: 10 });
    const session = await pending();
    const give = (code: string) =>
      passTwoFactor(session, { kind: 'backup-code', code: code.replaceAll('-', '') });
    for (const code of codes.slice(0, 3)) expect(await give(code)).toMatchObject({ kind: 'wrong' });
    expect(await give(fresh[9]!)).toMatchObject({ kind: 'passed', codesLeft: 9 });
  });

  it('asked for from ten sessions at once are those of one, and it stays', async () => {
    const { actor, person, pending } = await cast();
    const sessions = [actor, ...(await Promise.all(Array.from({ length: 9 }, pending)))];
    const asked = sessions.map((session) => regenerateBackupCodes(session, AGAIN));
    const settled = await Promise.allSettled(asked);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await ownSecondFactor(actor)).toMatchObject({ codesLeft: 10 });
    expect((await sessionEndsOf(person.id)).filter((end) => end === null)).toHaveLength(1);
  });

  it('asked for by ten at once are ten in all', async () => {
    const { actor } = await cast();
    await Promise.all(Array.from({ length: 10 }, () => regenerateBackupCodes(actor, AGAIN)));
    expect(await ownSecondFactor(actor)).toMatchObject({ codesLeft: 10 });
  });
});

describe('security 22: without the right password', () => {
  it.each([
    ['disable', disableTwoFactor],
    ['regenerate', regenerateBackupCodes],
  ])('nobody can %s', async (_, change) => {
    const { actor, person } = await cast();
    await expect(change(actor, WRONG)).rejects.toMatchObject(refusedField('current'));
    expect(await ownSecondFactor(actor)).toMatchObject({ codesLeft: 10 });
    expect(await mailsTo(person.id)).toEqual([]);
  });

  it.each([
    ['disable', disableTwoFactor],
    ['regenerate', regenerateBackupCodes],
  ])('nor %s what is off', async (_, change) => {
    const person = await makePerson({ password: PASSWORD });
    const actor = actorOf(person, (await makeSession(person.id)).id);
    await expect(change(actor, AGAIN)).rejects.toMatchObject(CONFLICT);
    expect(await auditOf(person.id)).toEqual([]);
  });

  it('nor from a session that has ended', async () => {
    const { actor } = await cast();
    await sql("UPDATE sessions SET ended_at = now(), end_reason = 'locked' WHERE id = $1", [
      actor.sessionId,
    ]);
    await expect(disableTwoFactor(actor, AGAIN)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await ownSecondFactor(actor)).enabledAt).not.toBeNull();
  });
});

describe('testing a code', () => {
  it('says when it is right, and uses it up', async () => {
    const { actor, pending, secret } = await cast();
    const code = await codeOf(secret);
    await testCode(actor, { code });
    await expect(testCode(actor, { code })).rejects.toMatchObject(refusedField('code'));
    const late = await passTwoFactor(await pending(), { kind: 'totp', code });
    expect(late).toMatchObject({ kind: 'wrong' });
  });

  it('security 21: is no way round the twenty guesses an hour', async () => {
    const { actor, pending, secret } = await cast();
    const code = await wrongCode(secret);
    const guess = () => testCode(actor, { code }).catch((error: unknown) => error);
    const guesses = await Promise.all(Array.from({ length: 30 }, guess));
    expect(guesses.filter((error) => (error as { code: string }).code === 'invalid')).toHaveLength(
      20,
    );
    const right = passTwoFactor(await pending(), { kind: 'totp', code: await codeOf(secret) });
    await expect(right).rejects.toMatchObject({ code: 'throttled' });
  });
});
