import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { actorOf, makeCompany, makePerson, makeSession, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf, sessionEndsOf } from '@/tests/state';
import { makeGroup, makePlace, makeQuiz, makeRole } from '@/tests/structure';
import { executeRun, freezeSelection, previewRun } from './commands';
import { countLateMatches, getRun, listPeople, summaryOf } from './queries';
import { changeToPreview, runQuery, type BulkChange } from './schema';

const PASSWORD = 'correct horse battery staple';

beforeEach(() =>
  sql(
    "UPDATE user_access SET admin_right = NULL, is_staff = FALSE WHERE admin_right = 'superuser'",
  ),
);

async function cast() {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ company, right: 'organisation_admin' }));
  const make = (options = {}) => makePerson({ company, password: PASSWORD, ...options });
  return { company, admin, make };
}

const all = (admin: Actor) => freezeSelection(admin, { all: 'true', question: '' });

const outcomes = async (admin: Actor, runId: string) => {
  const people = await listPeople(admin, await getRun(admin, runId), runQuery.parse({}));
  return Object.fromEntries(people.map(({ userId, outcome }) => [userId, outcome]));
};

async function preview(admin: Actor, listId: string, change: BulkChange) {
  const input = changeToPreview.parse({ listId, ...change, ...flat(change) });
  return previewRun(admin, input);
}
/** A place is one value in the form. */
const flat = (change: BulkChange) =>
  change.field === 'place' && change.place
    ? { place: `${change.place.departmentId}/${change.place.positionId}` }
    : {};

type Make = (company: TestCompany) => Promise<BulkChange> | BulkChange;
const at = (field: 'start-date' | 'end-date', day: string | null): Make => {
  return () => ({ field, value: day ? 'set' : 'remove', day });
};

/** Every field with its values, and the action that the audit keeps of it. */
const FIELDS: [string, Make, string, string?][] = [
  ['deactivate', () => ({ field: 'active', value: 'deactivate' }), 'user.deactivated'],
  ['reset', () => ({ field: 'active', value: 'reset' }), 'user.activated', 'is_active = FALSE'],
  ['restore', () => ({ field: 'active', value: 'restore' }), 'user.activated', 'is_active = FALSE'],
  [
    'reset with a new end date',
    () => ({ field: 'active', value: 'reset', end: 'set', day: '2999-01-01' }),
    'user.activated',
    "is_active = FALSE, end_date = '2020-01-01'",
  ],
  ['lock', () => ({ field: 'locked', value: 'lock', reason: 'breach' }), 'user.locked'],
  [
    'unlock',
    () => ({ field: 'locked', value: 'unlock', reason: null }),
    'user.unlocked',
    "locked_at = now(), lock_reason = 'x'",
  ],
  ['invalidate', () => ({ field: 'password', value: 'invalidate' }), 'user.password-invalidated'],
  ['force', () => ({ field: 'password', value: 'force' }), 'user.password-change-forced'],
  ['require', () => ({ field: 'two-factor', value: 'require' }), 'user.two-factor-required'],
  [
    'lift',
    () => ({ field: 'two-factor', value: 'lift' }),
    'user.two-factor-lifted',
    'two_factor_required = TRUE',
  ],
  ['sessions', () => ({ field: 'sessions' }), 'user.sessions-ended'],
  ['start date', at('start-date', '2020-01-01'), 'user.dates-changed'],
  ['end date', at('end-date', '2999-01-01'), 'user.dates-changed'],
  ['no end date', at('end-date', null), 'user.dates-changed', "end_date = '2999-01-01'"],
  [
    'place',
    async (company) => ({ field: 'place', value: 'set', place: await makePlace(company) }),
    'user.place-changed',
  ],
  [
    'group',
    async (company) => ({ field: 'group', value: 'add', groupId: await makeGroup(company) }),
    'user.groups-changed',
  ],
  [
    'role',
    async (company) => ({ field: 'role', value: 'add', roleId: await makeRole(company) }),
    'user.roles-changed',
  ],
  [
    'quiz',
    async (company) => ({ field: 'quiz', quizId: await makeQuiz(company) }),
    'user.quiz-assigned',
  ],
  ['colour', () => ({ field: 'colour', value: 'set', colour: '#aabbcc' }), 'user.colour-changed'],
  ['staff', () => ({ field: 'staff', value: 'make' }), 'user.rights-changed'],
  [
    'no staff',
    () => ({ field: 'staff', value: 'take' }),
    'user.rights-changed',
    "is_staff = TRUE, admin_right = 'auditor'",
  ],
];

describe('every field', () => {
  it.each(FIELDS)('%s: does what was previewed, once', async (_, change, action, ready) => {
    const { company, admin, make } = await cast();
    const [one, two] = [await make(), await make()];
    const above = await make({ right: 'superuser' });
    const people = [one, two];
    for (const { id } of people) await makeSession(id);
    if (ready) {
      const ids = people.map(({ id }) => id);
      await sql(`UPDATE user_access SET ${ready} WHERE user_id = ANY ($1)`, [ids]);
    }
    const runId = await preview(admin, await all(admin), await change(company));
    const expected = { [one.id]: 'done', [two.id]: 'done', [above.id]: 'above-you' };
    expect(await outcomes(admin, runId)).toMatchObject(expected);
    for (const { id } of people) expect(await auditOf(id)).toEqual([]);
    await executeRun(admin, { runId, count: null });
    expect(await outcomes(admin, runId)).toMatchObject(expected);
    await executeRun(admin, { runId, count: null });
    for (const { id } of people) expect(await auditOf(id)).toMatchObject([{ action }]);
    expect(await auditOf(above.id)).toEqual([]);
    // A second preview finds them so already.
    const again = await preview(
      admin,
      (await getRun(admin, runId)).listId,
      (await getRun(admin, runId)).change,
    );
    expect(await outcomes(admin, again)).toMatchObject({
      [one.id]: 'already',
      [two.id]: 'already',
    });
  });

  it('security 9: deactivating ends the sessions of those done, and of nobody else', async () => {
    const { admin, make } = await cast();
    const [one, above] = [await make(), await make({ right: 'superuser' })];
    for (const { id } of [one, above]) await makeSession(id);
    await makeSession(admin.userId);
    const runId = await preview(admin, await all(admin), { field: 'active', value: 'deactivate' });
    await executeRun(admin, { runId, count: null });
    expect(await sessionEndsOf(one.id)).toEqual(['deactivated']);
    expect(await sessionEndsOf(above.id)).toEqual([null]);
    expect(await sessionEndsOf(admin.userId)).toEqual([null]);
  });
});

describe('what runs is the list of the preview', () => {
  it('judged anew: who changed meanwhile is told, late matches are left alone', async () => {
    const { company, admin, make } = await cast();
    const [one, two, moved] = [await make(), await make(), await make()];
    const elsewhere = await makeCompany();
    const runId = await preview(admin, await all(admin), {
      field: 'locked',
      value: 'lock',
      reason: 'breach',
    });
    const late = await makePerson({ company });
    await sql('UPDATE users SET company_id = $2 WHERE id = $1', [moved.id, elsewhere.id]);
    await sql(
      "UPDATE user_access SET locked_at = now(), lock_reason = 'before' WHERE user_id = $1",
      [two.id],
    );
    await executeRun(admin, { runId, count: null });
    expect(await outcomes(admin, runId)).toEqual({
      [admin.userId]: 'yourself',
      [one.id]: 'done',
      [two.id]: 'already',
      [moved.id]: 'not-found',
    });
    const run = await getRun(admin, runId);
    expect(await summaryOf(run)).toEqual({ done: 1, already: 1, yourself: 1, 'not-found': 1 });
    expect(await countLateMatches(admin, run)).toBe(1);
    expect(await auditOf(late.id)).toEqual([]);
    // Outside the scope nothing is told of them.
    const people = await listPeople(admin, run, runQuery.parse({ outcome: 'not-found' }));
    expect(people).toMatchObject([{ userId: moved.id, name: null, email: null }]);
    expect(await auditOf(runId)).toMatchObject([
      { action: 'mass-update.previewed' },
      { action: 'mass-update.executed', after: { outcomes: { done: 1, already: 1 } } },
    ]);
  });
});
