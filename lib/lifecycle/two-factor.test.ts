import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import { passage } from '@/lib/auth/gate';
import type { Actor } from '@/lib/core/actor';
import { passTwoFactor } from '@/lib/two-factor/commands';
import { actorOf, makeCompany, makePerson, makeSession } from '@/tests/people';
import { codeOf, giveSecondFactor } from '@/tests/second-factor';
import { sql } from '@/tests/sql';
import { auditOf, sessionEndsOf } from '@/tests/state';
import { liftTwoFactor, requireTwoFactor, resetTwoFactor } from './commands';

const REASON = 'lost the phone';

async function cast() {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ company, right: 'user_admin' }));
  const make = (options = {}) => makePerson({ company, ...options });
  return { company, admin, make };
}

const outcomes = async (done: Promise<{ userId: string; outcome: string }[]>) =>
  Object.fromEntries((await done).map(({ userId, outcome }) => [userId, outcome]));

const requiredOf = async (userId: string) => {
  const [row] = await sql<{ required: boolean; on: boolean }>(
    `SELECT two_factor_required AS required, two_factor_enabled_at IS NOT NULL AS on
     FROM user_access WHERE user_id = $1`,
    [userId],
  );
  return row!;
};

const reset = (admin: Actor, ...userIds: string[]) =>
  outcomes(resetTwoFactor(admin, { userIds, reason: REASON }));

describe('requiring a second factor', () => {
  it('security 8: sends every live session to set-up on its next request, and nowhere else', async () => {
    const { admin, make } = await cast();
    const person = await make({ right: 'auditor' });
    const { token } = await makeSession(person.id);
    expect(await admit(token)).toMatchObject({ owed: null });
    await requireTwoFactor(admin, { userIds: [person.id] });
    const admission = await admit(token);
    expect(admission).toMatchObject({ kind: 'admitted', owed: 'set-up-2fa' });
    for (const area of ['cabinet', 'admin', 'two-factor', 'complete-profile'] as const) {
      expect(passage(admission, area)).toEqual({ kind: 'step', step: 'set-up-2fa' });
    }
  });

  it('asks nothing more of whoever has one', async () => {
    const { admin, make } = await cast();
    const person = await make();
    await giveSecondFactor(person.id);
    const { token } = await makeSession(person.id, { secondFactor: true });
    await requireTwoFactor(admin, { userIds: [person.id] });
    expect(await admit(token)).toMatchObject({ owed: null });
  });

  it('is done to a set, each with an outcome, each change audited', async () => {
    const { admin, make } = await cast();
    const [fresh, already, above] = await Promise.all([
      make(),
      make({ twoFactorRequired: true }),
      make({ right: 'organisation_admin' }),
    ]);
    const stranger = await makePerson();
    const userIds = [fresh, already, above, stranger].map(({ id }) => id);
    expect(await outcomes(requireTwoFactor(admin, { userIds }))).toEqual({
      [fresh.id]: 'done',
      [already.id]: 'already',
      [above.id]: 'above-you',
      [stranger.id]: 'not-found',
    });
    expect(await auditOf(fresh.id)).toMatchObject([
      {
        action: 'user.two-factor-required',
        actor_id: admin.userId,
        before: { twoFactorRequired: false },
        after: { twoFactorRequired: true },
      },
    ]);
    for (const { id } of [already, above, stranger]) expect(await auditOf(id)).toEqual([]);
    expect(await requiredOf(stranger.id)).toEqual({ required: false, on: false });
  });

  it('of oneself is allowed; lifting it again is not', async () => {
    const { admin } = await cast();
    const userIds = [admin.userId];
    expect(await outcomes(requireTwoFactor(admin, { userIds }))).toEqual({
      [admin.userId]: 'done',
    });
    expect(await outcomes(liftTwoFactor(admin, { userIds }))).toEqual({
      [admin.userId]: 'yourself',
    });
    expect(await requiredOf(admin.userId)).toMatchObject({ required: true });
  });
});

describe('lifting it', () => {
  it('lets live sessions on at once, and leaves a second factor that is on', async () => {
    const { admin, make } = await cast();
    const person = await make({ twoFactorRequired: true });
    const { token } = await makeSession(person.id);
    expect(await admit(token)).toMatchObject({ owed: 'set-up-2fa' });
    await liftTwoFactor(admin, { userIds: [person.id] });
    expect(await admit(token)).toMatchObject({ owed: null });
    const other = await make({ twoFactorRequired: true });
    await giveSecondFactor(other.id);
    await liftTwoFactor(admin, { userIds: [other.id] });
    expect(await requiredOf(other.id)).toEqual({ required: false, on: true });
  });
});

describe('resetting a second factor', () => {
  it('removes key and codes, ends the sessions, mails and keeps the reason', async () => {
    const { admin, make } = await cast();
    const person = await make();
    await giveSecondFactor(person.id);
    const { token } = await makeSession(person.id, { secondFactor: true });
    await makeSession(person.id);
    expect(await reset(admin, person.id)).toEqual({ [person.id]: 'done' });
    const reason = 'second_factor_changed';
    expect(await admit(token)).toEqual({ kind: 'ended', reason });
    expect(await sessionEndsOf(person.id)).toEqual([reason, reason]);
    expect(await requiredOf(person.id)).toEqual({ required: false, on: false });
    const left = await sql(
      `SELECT 1 FROM totp_credentials WHERE user_id = $1
       UNION ALL SELECT 1 FROM backup_codes WHERE user_id = $1`,
      [person.id],
    );
    expect(left).toEqual([]);
    expect(await sql('SELECT template, props FROM mails WHERE user_id = $1', [person.id])).toEqual([
      { template: 'two-factor-reset', props: { firstName: 'Ann', reason: REASON } },
    ]);
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.two-factor-reset', after: { reason: REASON, twoFactor: null } },
    ]);
  });

  it('of whom it is required leads to set-up at the next sign-in', async () => {
    const { admin, make } = await cast();
    const person = await make({ twoFactorRequired: true });
    await giveSecondFactor(person.id);
    await reset(admin, person.id);
    const { token } = await makeSession(person.id);
    expect(await admit(token)).toMatchObject({ owed: 'set-up-2fa' });
  });

  it('is never one’s own, nor of somebody above, elsewhere or without one', async () => {
    const { company, make } = await cast();
    const self = await makePerson({ company, right: 'user_admin' });
    const above = await make({ right: 'organisation_admin' });
    const stranger = await makePerson();
    const without = await make();
    for (const { id } of [self, above, stranger]) await giveSecondFactor(id);
    const ids = [self, above, stranger, without].map(({ id }) => id);
    expect(await reset(actorOf(self), ...ids)).toEqual({
      [self.id]: 'yourself',
      [above.id]: 'above-you',
      [stranger.id]: 'not-found',
      [without.id]: 'already',
    });
    for (const { id } of [self, above, stranger]) {
      expect(await requiredOf(id)).toMatchObject({ on: true });
    }
  });

  it('needs the right', async () => {
    const { company, make } = await cast();
    const person = await make();
    await giveSecondFactor(person.id);
    for (const right of ['auditor', null] as const) {
      const actor = actorOf(await makePerson({ company, right, isStaff: true }));
      for (const attempt of [
        () => resetTwoFactor(actor, { userIds: [person.id], reason: REASON }),
        () => requireTwoFactor(actor, { userIds: [person.id] }),
        () => liftTwoFactor(actor, { userIds: [person.id] }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
      }
    }
    expect(await requiredOf(person.id)).toEqual({ required: false, on: true });
  });

  it('refuses a code that is given at the same moment, or ends what it let in', async () => {
    const { admin, make } = await cast();
    const person = await make();
    const { secret } = await giveSecondFactor(person.id);
    const actor = actorOf(person, (await makeSession(person.id)).id);
    const code = await codeOf(secret);
    await Promise.allSettled([
      passTwoFactor(actor, { kind: 'totp', code }),
      reset(admin, person.id),
    ]);
    expect(await sessionEndsOf(person.id)).toEqual(['second_factor_changed']);
  });
});
