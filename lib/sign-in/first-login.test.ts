import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import { noteOpened } from '@/lib/links/links';
import { linkToken } from '@/lib/links/token';
import { browser, linksOf, makeLink, makeNewcomer, WORD } from '@/tests/newcomers';
import { makeSession, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf, sessionEndsOf } from '@/tests/state';
import { giveAnswers } from '@/tests/answers';
import { askFirstLogin, type MarkedVisitor } from './ask-first-login';
import { firstLogin, lookAtFirstLogin } from './first-login';
import { firstLoginUse } from './schema';

/** Somebody new with a link of their own asking, and the browser that asked. */
async function asked(options: PersonOptions = {}) {
  const ann = await makeNewcomer(options);
  const visitor = browser();
  return { ann, visitor, token: await makeLink(ann.id, { askedBy: visitor }) };
}

async function entered(token: string, visitor: MarkedVisitor, word?: string) {
  const result = await firstLogin({ token, word }, visitor);
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  return result;
}

const sessionsOf = (userId: string) =>
  sql<{ method: string }>('SELECT method FROM sessions WHERE user_id = $1', [userId]);
const usedOf = async (userId: string) =>
  (await linksOf(userId)).map(({ consumed_at }) => consumed_at !== null);
const FAILED = { kind: 'failed' };
const WRONG = { kind: 'wrong-word' };

describe('first login', () => {
  it('signs in from the browser that asked; the profile is owed then, and nothing else opens', async () => {
    const { ann, visitor, token } = await asked();
    const { session, deviceToken } = await entered(token, visitor);
    expect(await admit(session.token)).toMatchObject({
      kind: 'admitted',
      session: { userId: ann.id, sessionId: session.sessionId },
      owed: 'complete-profile',
    });
    expect(await sessionsOf(ann.id)).toEqual([{ method: 'first_login' }]);
    expect(deviceToken).not.toBe(visitor.deviceToken);
    expect(await usedOf(ann.id)).toEqual([true]);
    const { sessionId } = session;
    expect(await auditOf(ann.id)).toMatchObject([
      { action: 'sign-in.succeeded', after: { sessionId, method: 'first_login' } },
    ]);
  });

  it('by what was asked for, from asking to entering', async () => {
    const ann = await makeNewcomer();
    const visitor = browser();
    await askFirstLogin({ email: ann.email, word: WORD }, visitor);
    await giveAnswers();
    const [link] = await linksOf(ann.id);
    expect(await usedOf(ann.id)).toEqual([false]);
    await entered(linkToken('first_login', link!.id), visitor);
    expect(await usedOf(ann.id)).toEqual([true]);
  });

  it('ends the session this browser had', async () => {
    const { visitor, token } = await asked();
    const former = await makeNewcomer();
    const { token: sessionToken } = await makeSession(former.id);
    await entered(token, { ...visitor, sessionToken });
    expect(await sessionEndsOf(former.id)).toEqual(['signed_out']);
  });
});

describe('security 23, 24: a link', () => {
  it('looked at five times still signs in', async () => {
    const { ann, visitor, token } = await asked();
    for (let i = 0; i < 5; i += 1) {
      expect(await lookAtFirstLogin(token, browser())).toEqual({ asksWord: true });
      expect(await lookAtFirstLogin(token, visitor)).toEqual({ asksWord: false });
      await noteOpened('first_login', token);
    }
    expect(await usedOf(ann.id)).toEqual([false]);
    await entered(token, visitor);
    expect(await lookAtFirstLogin(token, visitor)).toBeUndefined();
  });

  it.each([20, 30])('used %i times at once makes one session', async (count) => {
    const { ann, visitor, token } = await asked();
    const tries = Array.from({ length: count }, () => firstLogin({ token }, visitor));
    const kinds = (await Promise.all(tries)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'signed-in')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'failed')).toHaveLength(count - 1);
    expect(await sessionsOf(ann.id)).toHaveLength(1);
  });

  it('of another purpose signs in nobody', async () => {
    const ann = await makeNewcomer();
    const token = await makeLink(ann.id, { purpose: 'password_reset' });
    expect(await firstLogin({ token, word: WORD }, browser())).toEqual(FAILED);
    expect(await sessionsOf(ann.id)).toEqual([]);
  });

  it('too old, void or used opens nothing, nor does a forged one', async () => {
    const { ann, visitor, token } = await asked();
    const old = await makeLink(ann.id, { askedBy: visitor, expiresInSeconds: -1 });
    await sql('UPDATE access_links SET voided_at = now() WHERE user_id = $1', [ann.id]);
    const forged = token.slice(0, -4) + 'AAAA';
    for (const given of [old, token, forged, 'x', token.slice(0, 22)]) {
      expect(await lookAtFirstLogin(given, visitor)).toBeUndefined();
      expect(await firstLogin({ token: given, word: WORD }, visitor)).toEqual(FAILED);
    }
    expect(await sessionsOf(ann.id)).toEqual([]);
  });
});

describe('security 30: another browser than the one that asked', () => {
  const others: [string, Partial<MarkedVisitor>][] = [
    ['another', {}],
    ['one without a mark', { deviceToken: undefined }],
    ['one with an empty mark', { deviceToken: '' }],
  ];
  it.each(others)('%s gets in with the word alone', async (_, change) => {
    const { ann, token } = await asked();
    const other = browser(change);
    expect(await lookAtFirstLogin(token, other)).toEqual({ asksWord: true });
    expect(await firstLogin({ token }, other)).toEqual(WRONG);
    expect(await firstLogin({ token, word: `${WORD}!` }, other)).toEqual(WRONG);
    expect(await usedOf(ann.id)).toEqual([false]);
    expect(await sessionsOf(ann.id)).toEqual([]);
    await entered(token, other, WORD);
    expect(await usedOf(ann.id)).toEqual([true]);
  });

  it('is what an administrator’s invitation is opened in, whatever its mark', async () => {
    const ann = await makeNewcomer();
    const token = await makeLink(ann.id);
    expect(await firstLogin({ token }, browser({ deviceToken: '' }))).toEqual(WRONG);
    expect(await lookAtFirstLogin(token, browser())).toEqual({ asksWord: true });
    await entered(token, browser(), WORD);
  });

  it('a wrong word is written down, uses nothing up, and is throttled for the holder', async () => {
    const { ann, token } = await asked();
    const guess = (word: string) => firstLogin({ token, word }, browser());
    const guesses = Array.from({ length: 30 }, (_, i) => guess(`a wrong word ${i}`));
    expect(await Promise.all(guesses)).toEqual(Array(30).fill(WRONG));
    const audit = await auditOf(ann.id);
    expect(audit.map(({ action }) => action)).toEqual(Array(10).fill('user.first-login-failed'));
    expect(JSON.stringify(audit)).not.toContain('a wrong word');
    expect(await guess(WORD)).toEqual(WRONG);
    expect(await usedOf(ann.id)).toEqual([false]);
    await sql("DELETE FROM rate_limits WHERE key LIKE 'first-login-email%'");
    await entered(token, browser(), WORD);
  });

  it('is not kept out by others who ask with a wrong word for them', async () => {
    const { ann, token } = await asked();
    const ask = () => askFirstLogin({ email: ann.email, word: 'a wrong word' }, browser());
    await Promise.all(Array.from({ length: 20 }, ask));
    await giveAnswers();
    await entered(token, browser(), WORD);
  });

  it('does not get in where the company has no word any more', async () => {
    const { ann, token } = await asked();
    await sql(
      'UPDATE companies SET control_word_hash = NULL, control_word_changed_at = NULL WHERE id = $1',
      [ann.companyId],
    );
    for (const word of [undefined, '', WORD]) {
      expect(await firstLogin({ token, word }, browser())).toEqual(WRONG);
    }
    expect(await sessionsOf(ann.id)).toEqual([]);
  });
});

describe('security 29: a link that was live gains nothing', () => {
  it('once the first login is completed', async () => {
    const { ann, visitor, token } = await asked();
    await sql('UPDATE user_access SET profile_completion_owed = FALSE WHERE user_id = $1', [
      ann.id,
    ]);
    expect(await firstLogin({ token }, visitor)).toEqual(FAILED);
    expect(await sessionsOf(ann.id)).toEqual([]);
  });

  it('once a directory holds the password', async () => {
    const { ann, visitor, token } = await asked();
    await sql("UPDATE users SET source = 'directory' WHERE id = $1", [ann.id]);
    expect(await firstLogin({ token }, visitor)).toEqual(FAILED);
    expect(await sessionsOf(ann.id)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['locked', "locked_at = now(), lock_reason = 'x'", 'locked'],
    ['deactivated', 'is_active = FALSE', 'deactivated'],
    ['future', "start_date = '2999-01-01'", 'not-started'],
    ['expired', "end_date = '2000-01-01'", 'expired'],
    ['refused by the directory', 'directory_allows = FALSE', 'directory'],
  ])('for who is %s meanwhile: they are told why', async (_, change, reason) => {
    const { ann, visitor, token } = await asked();
    await sql(`UPDATE user_access SET ${change} WHERE user_id = $1`, [ann.id]);
    expect(await firstLogin({ token }, visitor)).toEqual({ kind: 'refused', reason });
    expect(await sessionsOf(ann.id)).toEqual([]);
    expect(await auditOf(ann.id)).toMatchObject([{ action: 'sign-in.refused', after: { reason } }]);
  });
});

describe('security 20: a second factor that is set up', () => {
  it('is owed after the link as after a password, before the profile', async () => {
    const { visitor, token } = await asked({ twoFactorEnabled: true });
    const { session } = await entered(token, visitor);
    expect(await admit(session.token)).toMatchObject({ owed: 'two-factor' });
  });

  it('is set up after the profile where it is required: its set-up asks for the password', async () => {
    const { ann, visitor, token } = await asked({ twoFactorRequired: true });
    const { session } = await entered(token, visitor);
    expect(await admit(session.token)).toMatchObject({ owed: 'complete-profile' });
    await sql('UPDATE user_access SET profile_completion_owed = FALSE WHERE user_id = $1', [
      ann.id,
    ]);
    expect(await admit(session.token)).toMatchObject({ owed: 'set-up-2fa' });
  });
});

describe('security 36: the Sign in button sends', () => {
  it.each<[string, object]>([
    ['a list of tokens', { token: ['a', 'b'] }],
    ['an object for the word', { token: 'a', word: { not: '' } }],
    ['an empty token', { token: '' }],
    ['a token of any length', { token: 'a'.repeat(101) }],
    ['somebody else', { token: 'a', userId: 'b' }],
    ['an e-mail', { token: 'a', email: 'ann@example.org' }],
  ])('not %s', (_, given) => {
    expect(firstLoginUse.safeParse(given).success).toBe(false);
  });
});
