import { afterEach, describe, expect, it } from 'vitest';
import { liveSessionsOf } from '@/lib/sessions/queries';
import type { SessionEnd } from '@/lib/generated/prisma/enums';
import {
  makeCompany,
  makePerson,
  makeSession,
  type PersonOptions,
  type SessionOptions,
} from '@/tests/people';
import { sql } from '@/tests/sql';
import { admit } from './admission';

async function admitted(person: PersonOptions = {}, session: SessionOptions = {}) {
  const { id } = await makePerson({ company: null, ...person });
  const made = { userId: id, ...(await makeSession(id, session)) };
  await sql('SELECT pg_sleep(0.002)'); // its times are kept to the millisecond, rounded
  return made;
}

describe('admission', () => {
  it('knows the holder of a live session by what is stored now', async () => {
    const person = await makePerson({ right: 'user_admin' });
    const session = await makeSession(person.id);
    expect(await admit(session.token)).toMatchObject({
      kind: 'admitted',
      owed: null,
      session: {
        sessionId: session.id,
        userId: person.id,
        companyId: person.companyId,
        isStaff: true,
        right: 'user_admin',
      },
    });
  });

  it.each([undefined, '', 'nonsense', 'x'.repeat(100_000), '\0'])(
    'takes the token %.20j for nobody',
    async (token) => {
      expect(await admit(token)).toEqual({ kind: 'anonymous' });
    },
  );

  it('does not take what the database keeps for a token', async () => {
    const { id } = await admitted();
    const [row] = await sql<{ hex: string; base64: string }>(
      `SELECT encode(token_hash, 'hex') AS hex, encode(token_hash, 'base64') AS base64
       FROM sessions WHERE id = $1`,
      [id],
    );
    expect(await admit(row!.hex)).toEqual({ kind: 'anonymous' });
    expect(await admit(row!.base64)).toEqual({ kind: 'anonymous' });
  });
});

describe('a session ends', () => {
  it.each<[string, PersonOptions]>([
    ['deactivated', { isActive: false }],
    ['locked', { locked: true }],
    ['not-started', { startDate: '2999-01-01' }],
    ['expired', { endDate: '2000-01-01' }],
    ['directory', { directoryAllows: false }],
    ['deactivated', { isActive: false, locked: true }],
  ])('%s: %j', async (reason, person) => {
    const { token } = await admitted(person);
    expect(await admit(token)).toEqual({ kind: 'ended', reason });
  });

  const ENDS: SessionEnd[] = [
    'signed_out',
    'ended_by_user',
    'ended_by_admin',
    'locked',
    'deactivated',
    'password_changed',
    'access_changed',
  ];
  it.each(ENDS)('because it was ended: %s', async (reason) => {
    const { id, token } = await admitted();
    await sql('UPDATE sessions SET ended_at = now(), end_reason = $2 WHERE id = $1', [id, reason]);
    expect(await admit(token)).toEqual({ kind: 'ended', reason });
  });

  it.each<[string, SessionOptions, string]>([
    ['after 59 minutes idle', { lastSeenMinutesAgo: 59 }, 'admitted'],
    ['after 60 minutes idle', { lastSeenMinutesAgo: 60 }, 'idle'],
    ['after 23 hours in all', { createdHoursAgo: 23 }, 'admitted'],
    ['after 24 hours in all', { createdHoursAgo: 24 }, 'time_limit'],
    ['after 24 hours, idle too', { createdHoursAgo: 24, lastSeenMinutesAgo: 90 }, 'time_limit'],
  ])('security 12: %s: %s', async (_, options, expected) => {
    const { token } = await admitted({}, options);
    const admission = await admit(token);
    expect(admission.kind === 'ended' ? admission.reason : admission.kind).toBe(expected);
  });

  it('security 12: passive polling does not extend it', async () => {
    const { id, token } = await admitted({}, { lastSeenMinutesAgo: 59 });
    for (let i = 0; i < 5; i += 1) expect(await admit(token)).toMatchObject({ kind: 'admitted' });
    await sql(
      `UPDATE sessions SET last_seen_at = last_seen_at - interval '1 minute' WHERE id = $1`,
      [id],
    );
    expect(await admit(token)).toEqual({ kind: 'ended', reason: 'idle' });
  });
});

describe('security 12: the limits are those of the settings now, for sessions under way too', () => {
  afterEach(() => limits(60, 1440));
  const limits = (idle: number, absolute: number) =>
    sql('UPDATE settings SET session_idle_minutes = $1, session_absolute_minutes = $2', [
      idle,
      absolute,
    ]);
  const found = async (token: string) => {
    const admission = await admit(token);
    return admission.kind === 'ended' ? admission.reason : admission.kind;
  };

  it.each<[number, number, SessionOptions, string]>([
    [60, 180, { createdHoursAgo: 3 }, 'time_limit'],
    [60, 181, { createdHoursAgo: 3 }, 'admitted'],
    [30, 1440, { lastSeenMinutesAgo: 30 }, 'idle'],
    [31, 1440, { lastSeenMinutesAgo: 30 }, 'admitted'],
    [90, 1440, { lastSeenMinutesAgo: 60 }, 'admitted'],
    // A longer limit gives nothing to a session that was promised less.
    [60, 43_200, { createdHoursAgo: 24 }, 'time_limit'],
  ])('idle %i, in all %i minutes, %j: %s', async (idle, absolute, options, expected) => {
    const { token, userId } = await admitted({}, options);
    await limits(idle, absolute);
    expect(await found(token)).toBe(expected);
    const listed = await liveSessionsOf(userId);
    expect(listed).toHaveLength(expected === 'admitted' ? 1 : 0);
  });

  it('from the very next request on, and back again', async () => {
    const { token } = await admitted({}, { createdHoursAgo: 2 });
    expect(await found(token)).toBe('admitted');
    await limits(60, 100);
    expect(await found(token)).toBe('time_limit');
    await limits(60, 1440);
    expect(await found(token)).toBe('admitted');
  });
});

describe('the days of the company', () => {
  // 26 hours lie between the two, so that it is never the same day in both.
  it.each([
    ['Etc/GMT+12', 'admitted', 'not-started'],
    ['Pacific/Kiritimati', 'expired', 'admitted'],
  ])('are those of its time zone: %s', async (zone, lastDay, firstDay) => {
    const [west] = await sql<{ today: string; tomorrow: string }>(
      `SELECT d::text AS today, (d + 1)::text AS tomorrow
       FROM (SELECT (now() AT TIME ZONE 'Etc/GMT+12')::date AS d) AS west`,
    );
    const company = await makeCompany(zone);
    const found = async (options: PersonOptions) => {
      const admission = await admit((await admitted({ company, ...options })).token);
      return admission.kind === 'ended' ? admission.reason : admission.kind;
    };
    expect(await found({ endDate: west!.today })).toBe(lastDay);
    expect(await found({ startDate: west!.tomorrow })).toBe(firstDay);
  });
});

describe('what is owed', () => {
  it.each<[PersonOptions, SessionOptions, string | null]>([
    [{ passwordChangeOwed: true }, {}, 'change-password'],
    [{ profileCompletionOwed: true }, {}, 'complete-profile'],
    [{ twoFactorRequired: true }, {}, 'set-up-2fa'],
    [{ twoFactorEnabled: true }, {}, 'two-factor'],
    [{ twoFactorEnabled: true, twoFactorRequired: true }, { secondFactor: true }, null],
  ])('by %j, session %j: %s', async (person, session, owed) => {
    const { token } = await admitted(person, session);
    expect(await admit(token)).toMatchObject({ kind: 'admitted', owed });
  });
});
