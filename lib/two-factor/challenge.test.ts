import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import { passage } from '@/lib/auth/gate';
import { deactivateUsers } from '@/lib/lifecycle/commands';
import { signIn } from '@/lib/sign-in/sign-in';
import { actorOf, makeCompany, makePerson, makeSession } from '@/tests/people';
import { codeOf, giveSecondFactor, wrongCode } from '@/tests/second-factor';
import { sql } from '@/tests/sql';
import { auditOf, sessionEndsOf } from '@/tests/state';
import type { Challenge } from './challenge';
import { passTwoFactor } from './commands';
import type { GivenCode } from './schema';

const PASSWORD = 'correct horse battery staple';
const VISITOR = { address: '192.0.2.10', requestId: 'test-request', userAgent: 'test' };

async function cast() {
  const company = await makeCompany();
  const person = await makePerson({ company, password: PASSWORD });
  const factor = await giveSecondFactor(person.id);
  const wrong = totp(await wrongCode(factor.secret));
  const enter = async () => {
    const session = await makeSession(person.id);
    return { ...session, actor: actorOf(person, session.id) };
  };
  return { company, person, wrong, enter, ...factor, ...(await enter()) };
}

const totp = (code: string): GivenCode => ({ kind: 'totp', code });
const backup = (code: string): GivenCode => ({ kind: 'backup-code', code });
const kinds = (results: PromiseSettledResult<Challenge>[]) =>
  results.map((result) => (result.status === 'fulfilled' ? result.value.kind : 'refused'));
const many = (count: number, give: () => Promise<Challenge>) =>
  Promise.allSettled(Array.from({ length: count }, give));

describe('a right code', () => {
  it('security 5: opens the house under a new id of the session', async () => {
    const { actor, secret, token, id } = await cast();
    expect(await admit(token)).toMatchObject({ owed: 'two-factor' });
    const result = await passTwoFactor(actor, totp(await codeOf(secret)));
    if (result.kind !== 'passed') throw new Error(result.kind);
    expect(await admit(token)).toEqual({ kind: 'anonymous' });
    const after = await admit(result.session.token);
    expect(after).toMatchObject({ owed: null, session: { sessionId: id } });
    const [row] = await sql('SELECT expires_at FROM sessions WHERE id = $1', [id]);
    expect(row).toEqual({ expires_at: result.session.expiresAt });
  });

  it('is kept in the audit by kind, never itself', async () => {
    const { actor, person, secret, codes, enter, wrong } = await cast();
    const code = await codeOf(secret);
    await passTwoFactor(actor, wrong);
    await passTwoFactor(actor, totp(code));
    await passTwoFactor((await enter()).actor, backup(codes[0]!));
    const audit = await auditOf(person.id);
    expect(audit).toMatchObject([
      { action: 'user.two-factor-failed', after: { wrongCodes: 1 } },
      { action: 'user.two-factor-passed', after: { method: 'totp' } },
      { action: 'user.two-factor-passed', after: { method: 'backup-code' } },
      { action: 'user.backup-code-used', after: { left: 9 } },
    ]);
    for (const given of [code, wrong.code, codes[0]!]) {
      expect(JSON.stringify(audit.map(({ before, after }) => [before, after]))).not.toContain(
        given,
      );
    }
  });

  it('of the list is mailed about; of the app it is not', async () => {
    const { actor, person, secret, codes, enter } = await cast();
    await passTwoFactor(actor, totp(await codeOf(secret)));
    expect(await sql('SELECT 1 FROM mails WHERE user_id = $1', [person.id])).toEqual([]);
    await passTwoFactor((await enter()).actor, backup(codes[0]!));
    expect(await sql('SELECT props FROM mails WHERE user_id = $1', [person.id])).toEqual([
      { props: { firstName: 'Ann', event: 'backup-code-used' } },
    ]);
  });

  it('does not forgive the guesses of another session', async () => {
    const { secret, wrong, enter, actor } = await cast();
    for (let guess = 0; guess < 4; guess += 1) await passTwoFactor(actor, wrong);
    await passTwoFactor((await enter()).actor, totp(await codeOf(secret)));
    expect(await passTwoFactor(actor, wrong)).toEqual({ kind: 'ended' });
  });
});

describe('at the same time', () => {
  it('security 17: one time step lets one of 30 sign-ins in', async () => {
    const { secret, enter } = await cast();
    const actors = await Promise.all(Array.from({ length: 30 }, async () => (await enter()).actor));
    const code = totp(await codeOf(secret));
    const results = await Promise.allSettled(actors.map((actor) => passTwoFactor(actor, code)));
    expect(kinds(results).filter((kind) => kind === 'passed')).toHaveLength(1);
  });

  it('security 19: one backup code lets one of 30 sign-ins in', async () => {
    const { person, codes, enter } = await cast();
    const actors = await Promise.all(Array.from({ length: 30 }, async () => (await enter()).actor));
    const code = backup(codes[0]!);
    const results = await Promise.allSettled(actors.map((actor) => passTwoFactor(actor, code)));
    expect(kinds(results).filter((kind) => kind === 'passed')).toHaveLength(1);
    const used = await sql(
      'SELECT 1 FROM backup_codes WHERE user_id = $1 AND used_at IS NOT NULL',
      [person.id],
    );
    expect(used).toHaveLength(1);
  });

  it('30 right backup codes from one session are one step up', async () => {
    const { actor, codes } = await cast();
    let next = 0;
    const results = await many(10, () => passTwoFactor(actor, backup(codes[next++]!)));
    expect(kinds(results).filter((kind) => kind === 'passed')).toHaveLength(1);
  });

  it('security 21: of 30 wrong codes five are looked at, and the session is over', async () => {
    const { actor, person, wrong } = await cast();
    const results = await many(30, () => passTwoFactor(actor, wrong));
    const found = kinds(results);
    expect(found.filter((kind) => kind === 'wrong')).toHaveLength(4);
    expect(found.filter((kind) => kind === 'ended')).toHaveLength(1);
    const failed = (await auditOf(person.id)).map(({ after }) => after);
    expect(failed).toEqual([1, 2, 3, 4, 5].map((wrongCodes) => ({ wrongCodes })));
  });
});

describe('security 21: wrong codes', () => {
  it('end the pending sign-in at the fifth, in the transaction that counts it', async () => {
    const { actor, person, token, secret, wrong } = await cast();
    for (const left of [4, 3, 2, 1]) {
      expect(await passTwoFactor(actor, wrong)).toEqual({ kind: 'wrong', left });
    }
    expect(await passTwoFactor(actor, wrong)).toEqual({ kind: 'ended' });
    const reason = 'second_factor_failed';
    expect(await admit(token)).toEqual({ kind: 'ended', reason });
    const late = passTwoFactor(actor, totp(await codeOf(secret)));
    await expect(late).rejects.toMatchObject({ code: 'forbidden' });
    // Row versions carry the transaction that wrote them.
    const writers = await sql(
      `SELECT xmin::text FROM sessions WHERE user_id = $1
       UNION (SELECT xmin::text FROM audit_events WHERE subject_id = $1 ORDER BY id DESC LIMIT 1)`,
      [person.id],
    );
    expect(writers).toHaveLength(1);
  });

  it('count whichever kind they are of', async () => {
    const { actor, person, wrong } = await cast();
    for (let guess = 0; guess < 5; guess += 1) {
      await passTwoFactor(actor, guess % 2 ? wrong : backup('0'.repeat(16)));
    }
    expect(await sessionEndsOf(person.id)).toEqual(['second_factor_failed']);
  });

  it('are twenty an hour, however often somebody signs in anew; then not even a right one', async () => {
    const { person, secret, codes, wrong, enter } = await cast();
    for (let session = 0; session < 4; session += 1) {
      const { actor } = await enter();
      for (let guess = 0; guess < 5; guess += 1) await passTwoFactor(actor, wrong);
    }
    const { actor } = await enter();
    for (const given of [totp(await codeOf(secret)), backup(codes[0]!), wrong]) {
      await expect(passTwoFactor(actor, given)).rejects.toMatchObject({ code: 'throttled' });
    }
    const failed = (await auditOf(person.id)).filter(
      ({ action }) => action === 'user.two-factor-failed',
    );
    expect(failed).toHaveLength(20);
  });

  it('of one person do not delay another', async () => {
    const ann = await cast();
    for (let guess = 0; guess < 5; guess += 1) await passTwoFactor(ann.actor, ann.wrong);
    const bob = await cast();
    const given = totp(await codeOf(bob.secret));
    expect(await passTwoFactor(bob.actor, given)).toMatchObject({ kind: 'passed' });
  });
});

describe('security 20: it follows every way in', () => {
  it('a password', async () => {
    const { person } = await cast();
    const entered = await signIn({ email: person.email, password: PASSWORD }, VISITOR);
    if (entered.kind !== 'signed-in') throw new Error(entered.kind);
    expect(await admit(entered.session.token)).toMatchObject({ owed: 'two-factor' });
  });

  it('the link of First Login', async () => {
    const { token, id, actor, secret } = await cast();
    await sql("UPDATE sessions SET method = 'first_login' WHERE id = $1", [id]);
    expect(await admit(token)).toMatchObject({ owed: 'two-factor' });
    const result = await passTwoFactor(actor, totp(await codeOf(secret)));
    expect(result.kind).toBe('passed');
  });

  it('security 15: before it nothing else opens, whatever else is owed', async () => {
    const { token, person } = await cast();
    await sql(
      `UPDATE user_access SET password_change_owed = TRUE, profile_completion_owed = TRUE,
         two_factor_required = TRUE WHERE user_id = $1`,
      [person.id],
    );
    const admission = await admit(token);
    const step = { kind: 'step', step: 'two-factor' };
    for (const area of ['cabinet', 'admin', 'change-password', 'set-up-2fa'] as const) {
      expect(passage(admission, area)).toEqual(step);
    }
    expect(passage(admission, 'two-factor')).toMatchObject({ kind: 'pass' });
  });
});

describe('a code is refused', () => {
  it('security 8: once the person is out', async () => {
    const { actor, company, person, secret } = await cast();
    const admin = actorOf(await makePerson({ company, right: 'user_admin' }));
    await deactivateUsers(admin, { userIds: [person.id] });
    const late = passTwoFactor(actor, totp(await codeOf(secret)));
    await expect(late).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('from a session of somebody else', async () => {
    const { secret, person } = await cast();
    const other = await makeSession((await makePerson()).id);
    const forged = passTwoFactor(actorOf(person, other.id), totp(await codeOf(secret)));
    await expect(forged).rejects.toMatchObject({ code: 'forbidden' });
    expect((await admit(other.token)).kind).toBe('admitted');
  });

  it('where none is owed', async () => {
    const { actor, secret, codes } = await cast();
    await passTwoFactor(actor, totp(await codeOf(secret)));
    await expect(passTwoFactor(actor, backup(codes[0]!))).rejects.toMatchObject({
      code: 'conflict',
    });
    const person = await makePerson();
    const off = actorOf(person, (await makeSession(person.id)).id);
    await expect(passTwoFactor(off, totp('123456'))).rejects.toMatchObject({ code: 'conflict' });
  });
});
