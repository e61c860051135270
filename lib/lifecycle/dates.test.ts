import { describe, expect, it } from 'vitest';
import { admit } from '@/lib/access/admission';
import { actorOf, makeCompany, makePerson, makeSession, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf, sessionEndsOf } from '@/tests/state';
import { setDatesOf } from './commands';
import type { PersonOutcome } from './outcome';

async function cast() {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ company, right: 'user_admin' }));
  const make = (options: PersonOptions = {}) => makePerson({ company, ...options });
  return { admin, make };
}

const only = (outcomes: PersonOutcome[]) => outcomes.map(({ outcome }) => outcome);
const daysFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const datesOf = async (userId: string) => {
  const [row] = await sql(
    'SELECT start_date::text AS start, end_date::text AS end FROM user_access WHERE user_id = $1',
    [userId],
  );
  return row;
};

describe('setting dates', () => {
  it('sets one, leaves the other, and removes', async () => {
    const { admin, make } = await cast();
    const { id } = await make({ startDate: '2020-01-01' });
    await setDatesOf(admin, { userIds: [id], endDate: '2999-01-01' });
    expect(await datesOf(id)).toEqual({ start: '2020-01-01', end: '2999-01-01' });
    await setDatesOf(admin, { userIds: [id], startDate: null });
    expect(await datesOf(id)).toEqual({ start: null, end: '2999-01-01' });
    expect(await auditOf(id)).toMatchObject([
      { action: 'user.dates-changed', before: { endDate: null }, after: { endDate: '2999-01-01' } },
      { before: { startDate: '2020-01-01' }, after: { startDate: null, endDate: '2999-01-01' } },
    ]);
  });

  it('judges each by their own dates: start after end is refused', async () => {
    const { admin, make } = await cast();
    const people = [
      await make({ startDate: '2990-01-01' }),
      await make({ startDate: '2989-05-05' }),
      await make({ endDate: '2989-05-05' }),
    ];
    const userIds = people.map(({ id }) => id);
    const outcomes = await setDatesOf(admin, { userIds, endDate: '2989-05-05' });
    expect(only(outcomes).sort()).toEqual(['already', 'done', 'start-after-end']);
    expect(await datesOf(userIds[0]!)).toEqual({ start: '2990-01-01', end: null });
  });

  it('never of oneself, nor of somebody above', async () => {
    const { admin, make } = await cast();
    const above = await make({ right: 'organisation_admin' });
    const userIds = [admin.userId, above.id];
    const outcomes = await setDatesOf(admin, { userIds, endDate: '2999-01-01' });
    expect(only(outcomes).sort()).toEqual(['above-you', 'yourself']);
  });

  it('security 9: a last day that has passed ends the sessions; a later one caps them', async () => {
    const { admin, make } = await cast();
    const [past, today] = [await make(), await make()];
    const { token } = await makeSession(past.id);
    await makeSession(today.id);
    await setDatesOf(admin, { userIds: [past.id], endDate: daysFromNow(-1) });
    await setDatesOf(admin, { userIds: [today.id], endDate: daysFromNow(0) });
    expect(await sessionEndsOf(past.id)).toEqual(['access_changed']);
    expect(await admit(token)).toMatchObject({ kind: 'ended' });
    expect(await sessionEndsOf(today.id)).toEqual([null]);
    const [session] = await sql(
      `SELECT expires_at = (now() AT TIME ZONE 'UTC')::date + 1 AS capped
       FROM sessions WHERE user_id = $1`,
      [today.id],
    );
    expect(session).toEqual({ capped: true });
    // And what has ended stays so.
    await setDatesOf(admin, { userIds: [past.id], endDate: null });
    expect(await admit(token)).toMatchObject({ kind: 'ended' });
  });

  it('security 61: the last superuser is not shortened, but may be given longer', async () => {
    await sql("UPDATE user_access SET admin_right = NULL WHERE admin_right = 'superuser'");
    const actor = actorOf(
      await makePerson({ right: 'superuser', company: null, source: 'directory' }),
    );
    const last = await makePerson({ right: 'superuser', company: null, endDate: '2990-01-01' });
    await sql("INSERT INTO password_credentials (user_id, hash) VALUES ($1, 'x')", [last.id]);
    const set = async (endDate: string | null, startDate?: string) =>
      only(await setDatesOf(actor, { userIds: [last.id], endDate, startDate }));
    expect(await set('2980-01-01')).toEqual(['last-superuser']);
    expect(await set('2990-01-01', '2970-01-01')).toEqual(['last-superuser']);
    expect(await set('2995-01-01')).toEqual(['done']);
    expect(await set(null)).toEqual(['done']);
  });
});
