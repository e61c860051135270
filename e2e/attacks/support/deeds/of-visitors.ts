import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { setupToken } from '@/lib/setup/token';
import { makeLink, makeNewcomer, WORD } from '@/tests/newcomers';
import { makePerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import { PASSWORD } from '../cast';
import { exists, NEW_PASSWORD, passwordOf, type Deeds } from './deed';

// All tests ask from one address, which would have asked too often.
const forgetAddress = () =>
  sql(
    `DELETE FROM rate_limits WHERE key LIKE 'reset-address:%' OR key LIKE 'first-login-address:%'`,
  );

/** A job decides after the answer, soon. */
function linkOf(userId: string) {
  const isThere = exists('access_links WHERE user_id = $1', [userId]);
  return async () => {
    const until = Date.now() + 5000;
    while (!(await isThere())) {
      if (Date.now() > until) return false;
      await wait(50);
    }
    return true;
  };
}

const opened = (purpose: 'password_reset' | 'first_login') => async () => {
  const { id } = await makePerson();
  return {
    fields: { token: await makeLink(id, { purpose }) },
    happened: exists('access_links WHERE user_id = $1 AND opened_at IS NOT NULL', [id]),
  };
};

/** What is done without being signed in. */
export const OF_VISITORS: Deeds = {
  'app/(auth)/login/actions.ts#signInAction': async () => {
    const { id, email } = await makePerson({ password: PASSWORD });
    return {
      fields: { email, password: PASSWORD, next: '/' },
      happened: exists('sessions WHERE user_id = $1', [id]),
    };
  },
  'app/(auth)/setup/actions.ts#setUpAction': async () => {
    const email = `first-${randomUUID()}@example.org`;
    const token = setupToken(process.env.APP_SECRET ?? '');
    const name = { firstName: 'Ada', lastName: 'First' };
    return {
      fields: { token, ...name, email, password: NEW_PASSWORD, repeat: NEW_PASSWORD },
      happened: exists('users WHERE email = $1', [email]),
    };
  },
  'app/(auth)/password_reset/actions.ts#requestResetAction': async () => {
    await forgetAddress();
    const { id, email } = await makePerson({ password: PASSWORD });
    return { fields: { email }, happened: linkOf(id) };
  },
  'app/(auth)/password_reset/actions.ts#completeResetAction': async () => {
    const { id } = await makePerson({ password: PASSWORD });
    return passwordOf(id, { token: await makeLink(id, { purpose: 'password_reset' }) });
  },
  'app/(auth)/password_reset/actions.ts#noteOpenedAction': opened('password_reset'),
  'app/(auth)/first_login/actions.ts#askFirstLoginAction': async () => {
    await forgetAddress();
    const { id, email } = await makeNewcomer();
    return { fields: { email, word: WORD }, happened: linkOf(id) };
  },
  'app/(auth)/first_login/actions.ts#firstLoginAction': async () => {
    await forgetAddress();
    const { id } = await makeNewcomer();
    return {
      fields: { token: await makeLink(id), word: WORD },
      happened: exists('sessions WHERE user_id = $1', [id]),
    };
  },
  'app/(auth)/first_login/actions.ts#noteOpenedAction': opened('first_login'),
};
