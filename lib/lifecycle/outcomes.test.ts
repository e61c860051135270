import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { actorOf, makeCompany, makePerson, makeSession, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { accessOf, auditOf, hashOf, sessionEndsOf } from '@/tests/state';
import {
  resetUsers,
  deactivateUsers,
  endSessionsOf,
  forcePasswordChange,
  invalidatePasswords,
  lockUsers,
  unlockUsers,
} from './commands';
import { assertDone, type Outcome, type PersonOutcome } from './outcome';
import type { PeopleSet } from './schema';

type Command = (actor: Actor, input: PeopleSet) => Promise<PersonOutcome[]>;

const lock: Command = (actor, input) => lockUsers(actor, { ...input, reason: 'Phone lost' });

const password = 'correct horse battery staple';

// Who is changed by a command, who has nothing to be changed, and what is said to oneself.
const COMMANDS: [string, Command, PersonOptions, PersonOptions, Outcome][] = [
  ['lock', lock, {}, { locked: true }, 'yourself'],
  ['unlock', unlockUsers, { locked: true }, {}, 'already'],
  ['deactivate', deactivateUsers, {}, { isActive: false }, 'yourself'],
  ['activate', resetUsers, { isActive: false }, {}, 'already'],
  ['end-sessions', endSessionsOf, {}, {}, 'yourself'],
  [
    'force-password-change',
    forcePasswordChange,
    { password },
    { password, passwordChangeOwed: true },
    'done',
  ],
  ['invalidate-password', invalidatePasswords, { password }, {}, 'yourself'],
];
const TAKE_AWAY = COMMANDS.filter(([name]) =>
  ['lock', 'deactivate', 'invalidate-password'].includes(name),
);

const outcomesOf = async (result: Promise<PersonOutcome[]>) =>
  Object.fromEntries((await result).map(({ userId, outcome }) => [userId, outcome]));

// Superusers of other tests must not count as the one that remains.
beforeEach(() =>
  sql(
    "UPDATE user_access SET admin_right = NULL, is_staff = FALSE WHERE admin_right = 'superuser'",
  ),
);

/** Superuser by directory: may act, but is not one who can sign in with a local password. */
const superuser = () => makePerson({ right: 'superuser', company: null, source: 'directory' });

describe.each(COMMANDS)('%s', (_, command, before, alreadySo, toOneself) => {
  it('does one set of all sorts, each by its own', async () => {
    const company = await makeCompany();
    const actor = await makePerson({ right: 'organisation_admin', company });
    const make = (options: PersonOptions) => makePerson({ company, ...options });
    const people = {
      done: [await make(before), await make({ ...before, right: 'organisation_admin' })],
      already: [await make(alreadySo)],
      'above-you': [await make({ ...before, right: 'superuser' })],
      'not-found': [await makePerson(before), await makePerson({ ...before, company: null })],
    };
    for (const person of [...people.done, ...people['not-found'], ...people['above-you']]) {
      await makeSession(person.id);
    }
    const expected: Record<string, string> = { [randomUUID()]: 'not-found' };
    for (const [outcome, some] of Object.entries(people)) {
      for (const { id } of some) expected[id] = outcome;
    }
    const userIds = Object.keys(expected);
    expect(await outcomesOf(command(actorOf(actor), { userIds }))).toEqual(expected);

    const changed = await sql<{ subject_id: string }>(
      'SELECT subject_id FROM audit_events WHERE subject_id = ANY ($1)',
      [userIds],
    );
    expect(changed.map((row) => row.subject_id).sort()).toEqual(
      people.done.map(({ id }) => id).sort(),
    );
    for (const { id } of [...people['not-found'], ...people['above-you']]) {
      const { is_active, locked_at } = await accessOf(id);
      expect([is_active, locked_at === null]).toEqual([before.isActive ?? true, !before.locked]);
      expect(await sessionEndsOf(id)).toEqual([null]);
      expect((await hashOf(id)) !== undefined).toBe(before.password !== undefined);
    }
  });

  it('is done once to somebody named twice, and again is nothing', async () => {
    const actor = actorOf(await superuser());
    const { id } = await makePerson(before);
    await makeSession(id);
    expect(await command(actor, { userIds: [id, id, id] })).toEqual([
      { userId: id, outcome: 'done' },
    ]);
    expect(await command(actor, { userIds: [id] })).toEqual([{ userId: id, outcome: 'already' }]);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('at once by 12: done once', async () => {
    const actor = actorOf(await superuser());
    const { id } = await makePerson(before);
    await makeSession(id);
    const all = await Promise.all(
      Array.from({ length: 12 }, () => command(actor, { userIds: [id] })),
    );
    expect(all.flat().filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
    expect(all.flat().filter(({ outcome }) => outcome === 'already')).toHaveLength(11);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('is not for an auditor, staff without right, or a member', async () => {
    const company = await makeCompany();
    const target = await makePerson({ company, ...before });
    await makeSession(target.id);
    for (const options of [{ right: 'auditor' }, { isStaff: true }, {}] as const) {
      const actor = actorOf(await makePerson({ company, ...options }));
      await expect(command(actor, { userIds: [target.id] })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    expect(await auditOf(target.id)).toEqual([]);
    expect(await sessionEndsOf(target.id)).toEqual([null]);
  });

  it('leaves oneself out where it takes away', async () => {
    const company = await makeCompany();
    const actor = await makePerson({ right: 'user_admin', company, password });
    await makeSession(actor.id);
    const mine = (await command(actorOf(actor), { userIds: [actor.id] }))[0]?.outcome;
    expect(mine).toBe(toOneself);
    expect(await sessionEndsOf(actor.id)).toEqual([null]);
    expect(await hashOf(actor.id)).toBeDefined();
  });
});

describe.each(TAKE_AWAY)(
  'security 61: %s leaves a superuser with a local password',
  (_, command) => {
    const local = async (options: PersonOptions = {}) => {
      const person = await makePerson({ right: 'superuser', company: null, ...options });
      await sql('INSERT INTO password_credentials (user_id, hash) VALUES ($1, $2)', [
        person.id,
        'x',
      ]);
      return person;
    };
    const attempt = async (actor: { id: string }, ...people: { id: string }[]) => {
      const holder = { ...actorOf(await superuser()), userId: actor.id };
      const outcomes = await outcomesOf(command(holder, { userIds: people.map(({ id }) => id) }));
      return people.map(({ id }) => outcomes[id]);
    };

    it('not the last one', async () => {
      expect(await attempt(await superuser(), await local())).toEqual(['last-superuser']);
    });

    it('not the last two in one set, but all others of it', async () => {
      const set = [await local(), await local(), await makePerson({ password })];
      expect(await attempt(await superuser(), ...set)).toEqual([
        'last-superuser',
        'last-superuser',
        'done',
      ]);
    });

    it('one of two', async () => {
      await local();
      expect(await attempt(await superuser(), await local())).toEqual(['done']);
    });

    it('all others, by one who has a password', async () => {
      const actor = await local();
      expect(await attempt(actor, await local(), await local(), actor)).toEqual([
        'done',
        'done',
        'yourself',
      ]);
    });

    it.each<[string, PersonOptions]>([
      ['is locked', { locked: true }],
      ['is deactivated', { isActive: false }],
      ['has not started', { startDate: '2999-01-01' }],
      ['has expired', { endDate: '2000-01-01' }],
      ['signs in by directory, whatever is stored', { source: 'directory', directoryAllows: true }],
    ])('and who %s does not count', async (__, options) => {
      await local(options);
      expect(await attempt(await superuser(), await local())).toEqual(['last-superuser']);
    });
  },
);

describe('what a set of one says', () => {
  it.each<[Outcome, string | null]>([
    ['done', null],
    ['already', null],
    ['yourself', 'conflict'],
    ['last-superuser', 'conflict'],
    ['directory', 'conflict'],
    ['no-password', 'conflict'],
    ['no-control-word', 'conflict'],
    ['kept-out', 'conflict'],
    ['above-you', 'forbidden'],
    ['not-found', 'not_found'],
  ])('%s: %s', (outcome, code) => {
    const act = () => assertDone([{ userId: randomUUID(), outcome }]);
    if (code) expect(act).toThrow(expect.objectContaining({ code }));
    else expect(act).not.toThrow();
  });

  it('nothing at all is not found', () => {
    expect(() => assertDone([])).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
