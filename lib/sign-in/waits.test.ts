import { describe, expect, it } from 'vitest';
import { inOpenTransaction, untilSomebodyWaits } from '@/tests/connections';
import { makePerson } from '@/tests/people';
import { sessionEndsOf } from '@/tests/state';
import { signIn } from './sign-in';

const PASSWORD = 'correct horse battery staple';
const VISITOR = { address: '192.0.2.1', requestId: 'request-1', userAgent: 'Test/1.0' };

// Another connection has changed the row and not committed when the sign-in comes to it.
const change = (assignments: string) => `UPDATE user_access SET ${assignments} WHERE user_id = $1`;
const passwordSet = `WITH replaced AS (
    UPDATE password_credentials SET hash = '$argon2id$another', changed_at = now() WHERE user_id = $1)
  ${change('password_change_owed = TRUE')}`;

describe('what is committed while a sign-in waits wins', () => {
  it.each<[string, string, object]>([
    [
      'a lock',
      change("locked_at = now(), lock_reason = 'test'"),
      { kind: 'refused', reason: 'locked' },
    ],
    ['a deactivation', change('is_active = FALSE'), { kind: 'refused', reason: 'deactivated' }],
    ['an end date', change('end_date = now()::date - 2'), { kind: 'refused', reason: 'expired' }],
    ['another password', passwordSet, { kind: 'failed' }],
    ['a deletion', 'DELETE FROM users WHERE id = $1', { kind: 'failed' }],
  ])('%s', async (_, text, expected) => {
    const { id, email } = await makePerson({ password: PASSWORD });
    const attempt = await inOpenTransaction(text, [id], async (commit) => {
      const pending = signIn({ email, password: PASSWORD }, VISITOR);
      await untilSomebodyWaits();
      await commit();
      return pending;
    });
    expect(attempt).toEqual(expected);
    expect(await sessionEndsOf(id)).toEqual([]);
  });

  it('and what is rolled back does not', async () => {
    const { id, email } = await makePerson({ password: PASSWORD });
    const hold = 'SELECT 1 FROM user_access WHERE user_id = $1 FOR UPDATE';
    const attempt = await inOpenTransaction(hold, [id], async (commit) => {
      const pending = signIn({ email, password: PASSWORD }, VISITOR);
      await untilSomebodyWaits();
      await commit();
      return pending;
    });
    expect(attempt.kind).toBe('signed-in');
  });
});
