import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/actor';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { updateSettings } from './commands';
import { getSettings } from './queries';

const DEFAULTS = {
  sessionIdleMinutes: 60,
  sessionAbsoluteMinutes: 1440,
  passwordMinimum: 8,
  dormantAfterDays: 90,
};
const CHANGED = {
  sessionIdleMinutes: 15,
  sessionAbsoluteMinutes: 480,
  passwordMinimum: 14,
  dormantAfterDays: 30,
};

let superuser: Actor;
beforeAll(async () => {
  superuser = actorOf(await makePerson({ right: 'superuser', company: null }));
});
afterEach(async () => {
  await sql(
    `UPDATE settings SET session_idle_minutes = 60, session_absolute_minutes = 1440,
       password_minimum = 8, dormant_after_days = 90, version = 1`,
  );
});

const audit = () =>
  sql(
    `SELECT actor_id, subject_type, subject_id, before, after FROM audit_events
     WHERE action = 'settings.updated' ORDER BY id`,
  );

describe('changing the settings', () => {
  it('is written with before and after', async () => {
    await updateSettings(superuser, { ...CHANGED, version: 1 });
    expect(await getSettings(superuser)).toEqual({ ...CHANGED, version: 2 });
    expect(await audit()).toEqual([
      {
        actor_id: superuser.userId,
        subject_type: 'system',
        subject_id: null,
        before: DEFAULTS,
        after: CHANGED,
      },
    ]);
  });

  it('security 62: from a stale page is told what they are now', async () => {
    const before = (await audit()).length;
    await updateSettings(superuser, { ...CHANGED, version: 1 });
    const stale = updateSettings(superuser, { ...DEFAULTS, passwordMinimum: 9, version: 1 });
    await expect(stale).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/15 minutes.*8 hours.*14 characters.*30 days/) as string,
    });
    expect(await getSettings(superuser)).toEqual({ ...CHANGED, version: 2 });
    expect(await audit()).toHaveLength(before + 1);
  });

  it('security 62: of 10 at once one is done', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        updateSettings(superuser, { ...CHANGED, passwordMinimum: 20 + i, version: 1 }),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await getSettings(superuser)).version).toBe(2);
  });

  it.each(['organisation_admin', 'user_admin', 'auditor', null] as const)(
    'is not for %s, nor to be seen by them',
    async (right) => {
      const person = await makePerson({ right, company: await makeCompany() });
      const change = updateSettings(actorOf(person), { ...CHANGED, version: 1 });
      await expect(change).rejects.toMatchObject({ code: 'forbidden' });
      await expect(getSettings(actorOf(person))).rejects.toMatchObject({ code: 'forbidden' });
      expect((await getSettings(superuser)).version).toBe(1);
    },
  );

  it('is not for a superuser who was put out while they waited', async () => {
    const other = actorOf(await makePerson({ right: 'superuser', company: null }));
    const lock = "UPDATE user_access SET locked_at = now(), lock_reason = 'x' WHERE user_id = $1";
    const attempt = await inOpenTransaction(lock, [other.userId], async (commit) => {
      const pending = updateSettings(other, { ...CHANGED, version: 1 }).catch(
        (error: unknown) => error,
      );
      await untilSomebodyWaits();
      await commit();
      return pending;
    });
    expect(attempt).toMatchObject({ code: 'forbidden' });
    expect((await getSettings(superuser)).version).toBe(1);
  });
});

describe('the database holds the limits, too', () => {
  it.each([
    'session_idle_minutes = 4',
    'session_idle_minutes = 1441',
    'session_absolute_minutes = 43201',
    'password_minimum = 7',
    'password_minimum = 65',
    'id = 2',
  ])('%s is refused', async (change) => {
    await expect(sql(`UPDATE settings SET ${change}`)).rejects.toThrow(/settings_\w+_check/);
  });
});
