import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import type { Actor } from '@/lib/core/actor';
import { lockUsers } from '@/lib/lifecycle/commands';
import { actorOf, makeCompany, makePerson, makeSession, type PersonOptions } from '@/tests/people';
import { codeOf, wrongCode } from '@/tests/second-factor';
import { sql } from '@/tests/sql';
import { auditOf, sessionEndsOf } from '@/tests/state';
import { cancelSetUp, confirmSetUp, finishSetUp, passTwoFactor, startSetUp } from './commands';
import { ownSecondFactor } from './queries';

const PASSWORD = 'correct horse battery staple';
const AGAIN = { current: PASSWORD };
const CONFLICT = { code: 'conflict' };

async function cast(options: PersonOptions = {}) {
  const company = await makeCompany();
  const person = await makePerson({ company, password: PASSWORD, ...options });
  const session = await makeSession(person.id);
  const actor = actorOf(person, session.id);
  const elsewhere = actorOf(person, (await makeSession(person.id)).id);
  return { company, person, session, actor, elsewhere };
}

async function secretOf(actor: Actor): Promise<string> {
  const { setUp } = await ownSecondFactor(actor);
  if (setUp?.step !== 'confirm') throw new Error('no key is shown');
  return setUp.secret;
}

/** Begun and confirmed; returns the key and the backup codes. */
async function confirmed(actor: Actor) {
  await startSetUp(actor, AGAIN);
  const secret = await secretOf(actor);
  return { secret, codes: await confirmSetUp(actor, { code: await codeOf(secret) }) };
}

const isOn = async (actor: Actor) => (await ownSecondFactor(actor)).enabledAt !== null;
const actions = async (actor: Actor) => (await auditOf(actor.userId)).map(({ action }) => action);

describe('setting up', () => {
  it('goes from password over code to backup codes, and counts from the end', async () => {
    const { actor, session } = await cast({ twoFactorRequired: true });
    expect(await admit(session.token)).toMatchObject({ owed: 'set-up-2fa' });
    const { codes } = await confirmed(actor);
    expect(codes).toHaveLength(10);
    expect([await isOn(actor), (await admit(session.token)).kind]).toEqual([false, 'admitted']);
    expect(await admit(session.token)).toMatchObject({ owed: 'set-up-2fa' });
    const { token } = await finishSetUp(actor);
    expect(await admit(token)).toMatchObject({ owed: null, session: { sessionId: session.id } });
    expect(await ownSecondFactor(actor)).toMatchObject({ codesLeft: 10, setUp: null });
    expect(await actions(actor)).toEqual([
      'user.two-factor-started',
      'user.two-factor-confirmed',
      'user.two-factor-enabled',
    ]);
  });

  it('security 5: gives the session a new id; the old one opens nothing', async () => {
    const { actor, session } = await cast();
    await confirmed(actor);
    const { token } = await finishSetUp(actor);
    expect(token).not.toBe(session.token);
    expect(await admit(session.token)).toEqual({ kind: 'anonymous' });
  });

  it('security 11: ends all other sessions, also one that is polled', async () => {
    const { actor, person } = await cast();
    const polled = await makeSession(person.id);
    await confirmed(actor);
    expect(await admit(polled.token)).toMatchObject({ kind: 'admitted' });
    await finishSetUp(actor);
    const reason = 'second_factor_changed';
    expect(await admit(polled.token)).toEqual({ kind: 'ended', reason });
    expect(await sessionEndsOf(person.id)).toEqual([null, reason, reason]);
  });

  it('mails a notice, once', async () => {
    const { actor } = await cast();
    await confirmed(actor);
    await finishSetUp(actor);
    await expect(finishSetUp(actor)).rejects.toMatchObject(CONFLICT);
    expect(
      await sql('SELECT template, props FROM mails WHERE user_id = $1', [actor.userId]),
    ).toEqual([
      { template: 'security-notice', props: { firstName: 'Ann', event: 'two-factor-on' } },
    ]);
  });

  it('shows new backup codes to whoever lost them on the way; the old ones are void', async () => {
    const { actor } = await cast();
    const { codes } = await confirmed(actor);
    expect((await ownSecondFactor(actor)).setUp).toEqual({ step: 'codes' });
    const fresh = await confirmSetUp(actor, {});
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    await finishSetUp(actor);
    const again = { ...actor, sessionId: (await makeSession(actor.userId)).id };
    const give = (code: string) =>
      passTwoFactor(again, { kind: 'backup-code', code: code.replaceAll('-', '') });
    expect(await give(codes[0]!)).toMatchObject({ kind: 'wrong' });
    expect(await give(fresh[0]!)).toMatchObject({ kind: 'passed' });
  });

  it('security 17: the code that confirmed does not sign in as well', async () => {
    const { actor } = await cast();
    await startSetUp(actor, AGAIN);
    const code = await codeOf(await secretOf(actor));
    await confirmSetUp(actor, { code });
    await finishSetUp(actor);
    const again = { ...actor, sessionId: (await makeSession(actor.userId)).id };
    expect(await passTwoFactor(again, { kind: 'totp', code })).toMatchObject({ kind: 'wrong' });
  });
});

describe('security 22: setting up is refused', () => {
  it('without the right password', async () => {
    const { actor } = await cast();
    await expect(startSetUp(actor, { current: 'a wrong guess' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { current: expect.any(String) as string },
    });
    expect((await ownSecondFactor(actor)).setUp).toBeNull();
  });

  it('to another session of the same person, which sees no key and finishes nothing', async () => {
    const { actor, elsewhere } = await cast();
    await startSetUp(actor, AGAIN);
    expect((await ownSecondFactor(elsewhere)).setUp).toBeNull();
    const code = await codeOf(await secretOf(actor));
    await expect(confirmSetUp(elsewhere, { code })).rejects.toMatchObject(CONFLICT);
    await confirmSetUp(actor, { code });
    expect((await ownSecondFactor(elsewhere)).setUp).toBeNull();
    await expect(confirmSetUp(elsewhere, {})).rejects.toMatchObject(CONFLICT);
    await expect(finishSetUp(elsewhere)).rejects.toMatchObject(CONFLICT);
    expect(await isOn(actor)).toBe(false);
  });

  it('with a wrong code, or none, however often; a right one still counts', async () => {
    const { actor } = await cast();
    await startSetUp(actor, AGAIN);
    const secret = await secretOf(actor);
    for (const code of [await wrongCode(secret), undefined]) {
      await expect(confirmSetUp(actor, { code })).rejects.toMatchObject({
        fields: { code: expect.any(String) as string },
      });
    }
    await expect(finishSetUp(actor)).rejects.toMatchObject(CONFLICT);
    expect(await confirmSetUp(actor, { code: await codeOf(secret) })).toHaveLength(10);
  });

  it('before it was begun', async () => {
    const { actor } = await cast();
    for (const attempt of [
      () => confirmSetUp(actor, { code: '123456' }),
      () => finishSetUp(actor),
    ]) {
      await expect(attempt()).rejects.toMatchObject(CONFLICT);
    }
  });

  it('when it is on already', async () => {
    const { actor } = await cast();
    await confirmed(actor);
    await finishSetUp(actor);
    for (const attempt of [
      () => startSetUp(actor, AGAIN),
      () => confirmSetUp(actor, {}),
      () => cancelSetUp(actor),
    ]) {
      await expect(attempt()).rejects.toMatchObject(CONFLICT);
    }
    expect(await ownSecondFactor(actor)).toMatchObject({ codesLeft: 10 });
  });

  it('to whoever has no password here', async () => {
    const person = await makePerson();
    const actor = actorOf(person, (await makeSession(person.id)).id);
    await expect(startSetUp(actor, AGAIN)).rejects.toMatchObject(CONFLICT);
    expect(await ownSecondFactor(actor)).toMatchObject({ hasPassword: false, setUp: null });
  });

  it('security 8: once they are locked on the way', async () => {
    const { actor, company } = await cast();
    await confirmed(actor);
    const admin = actorOf(await makePerson({ company, right: 'user_admin' }));
    await lockUsers(admin, { userIds: [actor.userId], reason: 'test' });
    await expect(finishSetUp(actor)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await isOn(actor)).toBe(false);
  });
});

describe('a set-up', () => {
  it('begun again has another key, and only that counts', async () => {
    const { actor, elsewhere } = await cast();
    await startSetUp(actor, AGAIN);
    const first = await secretOf(actor);
    await startSetUp(elsewhere, AGAIN);
    expect((await ownSecondFactor(actor)).setUp).toBeNull();
    const second = await secretOf(elsewhere);
    expect(second).not.toBe(first);
    const attempt = confirmSetUp(elsewhere, { code: await codeOf(first) });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid' });
  });

  it('begun by ten at once is one', async () => {
    const { actor } = await cast();
    await Promise.all(Array.from({ length: 10 }, () => startSetUp(actor, AGAIN)));
    expect(await confirmSetUp(actor, { code: await codeOf(await secretOf(actor)) })).toHaveLength(
      10,
    );
  });

  it('confirmed by 30 with one code shows codes to one of them', async () => {
    const { actor } = await cast();
    await startSetUp(actor, AGAIN);
    const code = await codeOf(await secretOf(actor));
    const attempts = Array.from({ length: 30 }, () => confirmSetUp(actor, { code }));
    const settled = await Promise.allSettled(attempts);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await ownSecondFactor(actor)).toMatchObject({ codesLeft: 10 });
  });

  it('given up leaves nothing', async () => {
    const { actor } = await cast();
    await confirmed(actor);
    await cancelSetUp(actor);
    expect(await ownSecondFactor(actor)).toMatchObject({ setUp: null, codesLeft: 0 });
    await expect(finishSetUp(actor)).rejects.toMatchObject(CONFLICT);
  });
});
