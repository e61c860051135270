import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { changePassword, setPassword } from '@/lib/passwords/commands';
import {
  actorOf,
  makeCompany,
  makePerson,
  makeSession,
  type PersonOptions,
  type TestPerson,
} from '@/tests/people';
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

const OLD = 'correct horse battery staple';
const NEW = { password: 'another battery of horses', repeat: 'another battery of horses' };

type Path = (admin: Actor, person: TestPerson) => Promise<unknown>;
const one =
  (
    command: (actor: Actor, input: { userIds: string[]; reason: string }) => Promise<unknown>,
  ): Path =>
  (admin, { id }) =>
    command(admin, { userIds: [id], reason: 'test' });

/** A link of each purpose, as somebody has them in their mailbox; returns their ids. */
async function linksFor(userId: string): Promise<string[]> {
  const links = await sql<{ id: string }>(
    `INSERT INTO access_links (user_id, purpose, expires_at)
     SELECT $1, purpose, now() + interval '1 hour'
     FROM unnest(enum_range(NULL::link_purpose)) AS purpose RETURNING id`,
    [userId],
  );
  return links.map(({ id }) => id);
}

const liveOf = async (ids: string[]) => {
  const live = await sql<{ purpose: string }>(
    `SELECT purpose FROM access_links
     WHERE id = ANY ($1) AND consumed_at IS NULL AND voided_at IS NULL ORDER BY purpose`,
    [ids],
  );
  return live.map(({ purpose }) => purpose);
};

async function cast(options: PersonOptions = {}) {
  const company = await makeCompany();
  await sql(
    "UPDATE companies SET control_word_hash = 'x', control_word_changed_at = now() WHERE id = $1",
    [company.id],
  );
  const admin = actorOf(await makePerson({ right: 'user_admin', company }));
  const person = await makePerson({ company, password: OLD, ...options });
  return { company, admin, person };
}

describe('security 28: what voids the links somebody has', () => {
  const BOTH = ['password_reset', 'first_login'];
  it.each<[string, Path, string[]]>([
    ['lock', one(lockUsers), []],
    ['deactivate', one(deactivateUsers), []],
    ['invalidate password', one(invalidatePasswords), []],
    [
      'set password',
      (admin, { id }) => setPassword(admin, { ...NEW, userId: id, forceChange: true }),
      [],
    ],
    [
      'change password',
      async (_, person) => {
        const { id } = await makeSession(person.id);
        await changePassword(actorOf(person, id), { ...NEW, current: OLD });
      },
      [],
    ],
    ['send reset link', one(sendPasswordReset), ['first_login']],
    ['send first login', one(sendFirstLogin), ['password_reset']],
    ['force password change', one(forcePasswordChange), BOTH],
    ['end sessions', one(endSessionsOf), BOTH],
    ['unlock', one(unlockUsers), BOTH],
    ['activate', one(resetUsers), BOTH],
  ])('%s', async (name, path, left) => {
    const password = name === 'send first login' ? undefined : OLD;
    const { company, admin, person } = await cast({ profileCompletionOwed: true, password });
    const bystander = await makePerson({ company });
    const [links, others] = [await linksFor(person.id), await linksFor(bystander.id)];
    await path(admin, person);
    expect(await liveOf(links)).toEqual(left);
    expect(await liveOf(others)).toEqual(BOTH);
  });
});

type Sent = { outcome: string; template?: string; minutes?: number };

describe.each<[string, typeof sendPasswordReset, Required<Sent>]>([
  [
    'a reset link',
    sendPasswordReset,
    { outcome: 'password_reset', template: 'password-reset-invitation', minutes: 60 },
  ],
  [
    'the link of the first login',
    sendFirstLogin,
    { outcome: 'first_login', template: 'first-login-invitation', minutes: 7 * 24 * 60 },
  ],
])('sending %s', (_, send, { outcome: purpose, template, minutes }) => {
  const sentTo = (userId: string) =>
    sql(
      `SELECT m.template, m.to_address, l.purpose, l.requested_by_id, l.browser_hash,
         round(extract(epoch FROM l.expires_at - l.created_at) / 60)::int AS minutes,
         EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'mail:' || m.id) AS queued
       FROM mails m JOIN access_links l ON l.id = m.link_id WHERE m.user_id = $1`,
      [userId],
    );

  it('mails one that says who sent it', async () => {
    const { admin, person } = await cast({ profileCompletionOwed: true, password: undefined });
    const outcomes = await send(admin, { userIds: [person.id] });
    expect(outcomes).toEqual([{ userId: person.id, outcome: 'done' }]);
    expect(await sentTo(person.id)).toEqual([
      {
        template,
        to_address: person.email,
        purpose,
        requested_by_id: admin.userId,
        browser_hash: null,
        minutes,
        queued: true,
      },
    ]);
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'user.invited', actor_id: admin.userId, before: null, after: { link: purpose } },
    ]);
  });

  it('sends one each to a set of all sorts', async () => {
    const { company, admin, person } = await cast({
      profileCompletionOwed: true,
      password: undefined,
    });
    const make = (options: PersonOptions) =>
      makePerson({ company, profileCompletionOwed: true, ...options });
    const expected = {
      [person.id]: 'done',
      [(await make({})).id]: 'done',
      [(await make({ source: 'directory', directoryAllows: true })).id]: 'directory',
      [(await make({ locked: true })).id]: 'kept-out',
      [(await make({ isActive: false })).id]: 'kept-out',
      [(await make({ startDate: '2999-01-01' })).id]: 'kept-out',
      [(await make({ endDate: '2000-01-01' })).id]: 'kept-out',
      [(await make({ right: 'organisation_admin' })).id]: 'above-you',
      [(await makePerson({ profileCompletionOwed: true })).id]: 'not-found',
      [randomUUID()]: 'not-found',
    };
    const userIds = Object.keys(expected);
    const outcomes = await send(admin, { userIds });
    expect(Object.fromEntries(outcomes.map((row) => [row.userId, row.outcome]))).toEqual(expected);
    const mailed = await sql<{ user_id: string }>(
      'SELECT user_id FROM mails WHERE user_id = ANY ($1)',
      [userIds],
    );
    const done = userIds.filter((id) => expected[id] === 'done');
    expect(mailed.map(({ user_id }) => user_id).sort()).toEqual(done.sort());
  });

  it('is not for who may not invite', async () => {
    const { company, person } = await cast({ profileCompletionOwed: true, password: undefined });
    for (const right of ['auditor', null] as const) {
      const actor = actorOf(await makePerson({ right, company }));
      const attempt = send(actor, { userIds: [person.id] });
      await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await sentTo(person.id)).toEqual([]);
  });
});

describe('the link of the first login is not sent', () => {
  it('to who completed theirs', async () => {
    const { admin, person } = await cast();
    const outcomes = await sendFirstLogin(admin, { userIds: [person.id] });
    expect(outcomes).toMatchObject([{ outcome: 'already' }]);
  });

  it('to who has a password, and signs in with it', async () => {
    const { admin, company } = await cast();
    const person = await makePerson({ company, password: OLD, profileCompletionOwed: true });
    const outcomes = await sendFirstLogin(admin, { userIds: [person.id] });
    expect(outcomes).toMatchObject([{ outcome: 'already' }]);
  });

  it('where the company has no control word', async () => {
    const { company, admin, person } = await cast({
      profileCompletionOwed: true,
      password: undefined,
    });
    await sql(
      'UPDATE companies SET control_word_hash = NULL, control_word_changed_at = NULL WHERE id = $1',
      [company.id],
    );
    const outcomes = await sendFirstLogin(admin, { userIds: [person.id] });
    expect(outcomes).toMatchObject([{ outcome: 'no-control-word' }]);
    expect(await sql('SELECT 1 FROM mails WHERE user_id = $1', [person.id])).toEqual([]);
  });
});
