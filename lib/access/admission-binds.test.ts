import { describe, expect, it } from 'vitest';
import { inOpenTransaction } from '@/tests/connections';
import { makePerson, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';
import { admit, touch, type LiveSession } from './admission';

// Each is done and committed by another connection, as another process would.
const change = (assignments: string) => `UPDATE user_access SET ${assignments} WHERE user_id = $1`;
const admittedWith = (facts: object) => ({ kind: 'admitted', ...facts });
const BINDING: [string, string, object][] = [
  ['lock', change("locked_at = now(), lock_reason = 'test'"), { kind: 'ended', reason: 'locked' }],
  ['deactivation', change('is_active = FALSE'), { kind: 'ended', reason: 'deactivated' }],
  ['end date', change('end_date = now()::date - 2'), { kind: 'ended', reason: 'expired' }],
  ['start date', change('start_date = now()::date + 2'), { kind: 'ended', reason: 'not-started' }],
  ['directory', change('directory_allows = FALSE'), { kind: 'ended', reason: 'directory' }],
  ['loss of the right', change('admin_right = NULL'), admittedWith({ session: { right: null } })],
  [
    'loss of staff',
    change('admin_right = NULL, is_staff = FALSE'),
    admittedWith({ session: { isStaff: false } }),
  ],
  [
    'forced change',
    change('password_change_owed = TRUE'),
    admittedWith({ owed: 'change-password' }),
  ],
  [
    'required second factor',
    change('two_factor_required = TRUE'),
    admittedWith({ owed: 'set-up-2fa' }),
  ],
  [
    'enabled second factor',
    change('two_factor_enabled_at = now()'),
    admittedWith({ owed: 'two-factor' }),
  ],
  [
    'end of the session',
    "UPDATE sessions SET ended_at = now(), end_reason = 'signed_out' WHERE user_id = $1",
    { kind: 'ended', reason: 'signed_out' },
  ],
  ['deleted session', 'DELETE FROM sessions WHERE user_id = $1', { kind: 'anonymous' }],
  ['deleted person', 'DELETE FROM users WHERE id = $1', { kind: 'anonymous' }],
];

describe('security 8: binds on the very next request after commit, and not before', () => {
  it.each(BINDING)('%s', async (_, text, after) => {
    const { id } = await makePerson({ right: 'user_admin' });
    const { token } = await makeSession(id);
    await inOpenTransaction(text, [id], async (commit) => {
      expect(await admit(token)).toMatchObject({
        kind: 'admitted',
        owed: null,
        session: { right: 'user_admin', isStaff: true },
      });
      await commit();
      expect(await admit(token)).toMatchObject(after);
    });
  });

  it('and lifting it lets the session live on, where nobody ended it', async () => {
    const { id } = await makePerson({ passwordChangeOwed: true });
    const { token } = await makeSession(id);
    expect(await admit(token)).toMatchObject({ owed: 'change-password' });
    await sql(change('password_change_owed = FALSE'), [id]);
    expect(await admit(token)).toMatchObject({ kind: 'admitted', owed: null });
  });
});

async function idleSession(lastSeenMinutesAgo: number) {
  const { id } = await makePerson();
  const session = await makeSession(id, { lastSeenMinutesAgo });
  const admission = await admit(session.token);
  if (admission.kind !== 'admitted') throw new Error('not admitted');
  return { userId: id, session: admission.session };
}

const seenAgo = async ({ sessionId }: LiveSession) => {
  const [row] = await sql<{ seen: number; active: number | null }>(
    `SELECT extract(epoch FROM now() - s.last_seen_at)::float AS seen,
       extract(epoch FROM now() - a.last_active_at)::float AS active
     FROM sessions s JOIN user_access a USING (user_id) WHERE s.id = $1`,
    [sessionId],
  );
  return { seen: row!.seen, active: row!.active };
};

describe('security 12: being seen', () => {
  it('is written at most once a minute', async () => {
    const { session } = await idleSession(0);
    const lastSeen = session.lastSeenAt.getTime();
    await sql("UPDATE sessions SET last_seen_at = now() - interval '30 minutes' WHERE id = $1", [
      session.sessionId,
    ]);
    await touch(session, new Date(lastSeen + 59_999));
    expect((await seenAgo(session)).seen).toBeGreaterThan(1700);
    await touch(session, new Date(lastSeen + 60_000));
    expect((await seenAgo(session)).seen).toBeLessThan(60);
  });

  it('moves the idle limit and the last activity', async () => {
    const { session } = await idleSession(30);
    expect((await seenAgo(session)).active).toBeNull();
    await touch(session, new Date());
    const { seen, active } = await seenAgo(session);
    expect(seen).toBeLessThan(60);
    expect(active).toBeLessThan(60);
  });

  it('does not revive a session that has ended meanwhile', async () => {
    const { session } = await idleSession(30);
    await sql("UPDATE sessions SET ended_at = now(), end_reason = 'locked' WHERE id = $1", [
      session.sessionId,
    ]);
    await touch(session, new Date());
    expect((await seenAgo(session)).seen).toBeGreaterThan(1700);
  });

  it.each(['user_access', 'sessions'])(
    'never waits for a change that holds the row of %s',
    async (table) => {
      const { userId, session } = await idleSession(30);
      const hold = `SELECT 1 FROM ${table} WHERE user_id = $1 FOR UPDATE`;
      await inOpenTransaction(hold, [userId], () => touch(session, new Date()));
      expect((await seenAgo(session)).active).toBeNull();
    },
  );
});
