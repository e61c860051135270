import { expect } from '@playwright/test';
import { makeCompany, makeSession, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';
import { builtAction } from '../support/build';
import { submit } from '../support/call';
import { makeAsker } from '../support/cast';
import { deedOf } from '../support/deeds';
import { outcomeOf, reasonOf } from '../support/outcome';
import { makeTarget, payload, type Target } from '../support/place';
import { test, type House, type Knock } from '../support/test';

const access = (set: string) => (userId: string) =>
  sql(`UPDATE user_access SET ${set} WHERE user_id = $1`, [userId]);

const sessions = (set: string) => (userId: string) =>
  sql(`UPDATE sessions SET ${set} WHERE user_id = $1`, [userId]);

type Change = {
  change: string;
  make: (userId: string) => Promise<unknown>;
  page: string;
  action?: string;
  handler: string;
  /** Of the handler that any live session may ask. */
  poll?: string;
  /** Of the photo of a colleague; as the handler unless given. */
  photo?: string;
  reason?: string;
};

const out = (change: string, make: Change['make'], reason: string): Change => ({
  change,
  make,
  page: 'sign-in',
  handler: 'sign-in',
  poll: 'sign-in',
  reason,
});

const owed = (change: string, set: string, step: string): Change => ({
  change,
  make: access(set),
  page: `to:/${step}`,
  handler: 'forbidden',
});

const CHANGES: Change[] = [
  out('a lock', access(`locked_at = now(), lock_reason = 'attack'`), 'locked'),
  out('deactivation', access('is_active = FALSE'), 'deactivated'),
  out('a start date ahead', access('start_date = now()::date + 2'), 'not-started'),
  out('an end date behind', access('end_date = now()::date - 2'), 'expired'),
  out('the directory refusing', access('directory_allows = FALSE'), 'directory'),
  out(
    'ending the session',
    sessions(`ended_at = now(), end_reason = 'ended_by_admin'`),
    'ended_by_admin',
  ),
  out('an idle hour', sessions(`last_seen_at = now() - interval '1 hour'`), 'idle'),
  out('the absolute limit', sessions('expires_at = now()'), 'time_limit'),
  owed('a forced change', 'password_change_owed = TRUE', 'change-password'),
  owed('a required second factor', 'two_factor_required = TRUE', 'set-up-2fa'),
  owed('a second factor not passed', 'two_factor_enabled_at = now()', 'two-factor'),
  owed('an incomplete profile', 'profile_completion_owed = TRUE', 'complete-profile'),
  {
    change: 'loss of the right',
    make: access('admin_right = NULL'),
    page: 'forbidden',
    handler: 'forbidden',
    photo: 'not-found',
  },
  {
    change: 'loss of staff status',
    make: access('admin_right = NULL, is_staff = FALSE'),
    page: 'to:/personal-cabinet?notice=staff-only',
    action: 'forbidden',
    handler: 'forbidden',
    photo: 'not-found',
  },
  {
    change: 'a lesser right',
    make: access(`admin_right = 'auditor'`),
    page: 'opens',
    action: 'forbidden',
    handler: 'opens',
  },
];

const PAGE = '/admin/users';
const LOCK = 'app/admin/users/actions.ts#lockUserAction';

/** The next request of a session, one a channel; each change is tried on each with a new session. */
const CHANNELS: Record<string, (knock: Knock, token: string, to: Target) => ReturnType<Knock>> = {
  page: (knock, token) => knock(token, PAGE),
  payload: (knock, token) => knock(token, payload(PAGE).at, payload(PAGE).question),
  handler: (knock, token) => knock(token, '/api/people?q=somebody'),
  photo: (knock, token, { person }) => knock(token, `/api/photos/${person.id}`),
  poll: (knock, token) => knock(token, '/api/session'),
};

const expectedOn = (channel: string, { page, handler, photo = handler, poll = 'opens' }: Change) =>
  ({ page, payload: page, handler, photo, poll })[channel];

async function administrator(company: TestCompany) {
  const person = await makeAsker('organisation_admin', company);
  if (!person) throw new Error('nobody');
  const { token, id } = await makeSession(person.id);
  return { person, token, sessionId: id };
}

async function lockAfter(house: House, change: Change, way: 'called' | 'posted') {
  const company = await makeCompany();
  const { person, token, sessionId } = await administrator(company);
  const deed = await deedOf(LOCK, { person, company, sessionId });
  await change.make(person.id);
  const answer = await submit(house, token, builtAction(house.root, LOCK), deed.fields, { way });
  return { answer, happened: await deed.happened() };
}

for (const change of CHANGES) {
  test(`security 8: ${change.change} binds on the next request`, async ({ house, knock }) => {
    for (const [channel, next] of Object.entries(CHANNELS)) {
      const target = await makeTarget(await makeCompany());
      const { person, token } = await administrator(target.company);
      const before = outcomeOf(await next(knock, token, target));
      expect.soft(before, `${channel} before`).toBe('opens');
      await change.make(person.id);
      const answer = await next(knock, token, target);
      expect.soft(outcomeOf(answer), channel).toBe(expectedOn(channel, change));
      if (channel === 'photo' && expectedOn(channel, change) !== 'opens') {
        expect.soft(answer.text, 'the photo').not.toContain(target.person.email);
      }
      if (change.reason) expect.soft(reasonOf(answer), channel).toBe(change.reason);
    }
    const called = await lockAfter(house, change, 'called');
    expect.soft(outcomeOf(called.answer), 'action').toBe(change.action ?? change.page);
    expect.soft(called.happened, 'action').toBe(false);
    expect.soft((await lockAfter(house, change, 'posted')).happened, 'posted form').toBe(false);
  });
}

test('security 8: without a change the same action works', async ({ house }) => {
  const nothing = { make: async () => {} } as unknown as Change;
  expect((await lockAfter(house, nothing, 'called')).happened).toBe(true);
  expect((await lockAfter(house, nothing, 'posted')).happened).toBe(true);
});
