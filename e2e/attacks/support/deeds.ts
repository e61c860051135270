import { randomUUID } from 'node:crypto';
import { setupToken } from '@/lib/setup/token';
import { makePerson, makeSession, type TestCompany, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';
import type { Fields } from './call';
import { PASSWORD } from './cast';

/** Who acts: a person with their company and the session they act from, or nobody with a company. */
export type Doer = { person: TestPerson | null; company: TestCompany; sessionId: string | null };

/** A form filled in rightly, and how to see in the database that its action has been done. */
export type Deed = { fields: Fields; happened: () => Promise<boolean> };

const NEW_PASSWORD = 'a different phrase';

const exists = (text: string, values: unknown[]) => async () =>
  (await sql(`SELECT 1 FROM ${text}`, values)).length > 0;

const hashOf = async (userId: string | undefined) =>
  (
    await sql<{ hash: string }>('SELECT hash FROM password_credentials WHERE user_id = $1', [
      userId,
    ])
  )[0]?.hash;

async function passwordOf(userId: string | undefined, fields: Fields): Promise<Deed> {
  const before = await hashOf(userId);
  const typed = { password: NEW_PASSWORD, repeat: NEW_PASSWORD };
  return {
    fields: { ...fields, ...typed },
    happened: async () => (await hashOf(userId)) !== before,
  };
}

const sessionEnded = (id: string | null) =>
  exists('sessions WHERE id = $1 AND ended_at IS NOT NULL', [id]);

/** Something done to another person of the doer's company. */
const onPerson =
  (options: Parameters<typeof makePerson>[0], condition: string, more: Fields = {}) =>
  async ({ company }: Doer): Promise<Deed> => {
    const { id } = await makePerson({ ...options, company });
    return {
      fields: { userId: id, ...more },
      happened: exists(`user_access WHERE user_id = $1 AND ${condition}`, [id]),
    };
  };

const otherSession = async ({ person }: Doer) => {
  const owner = person ?? (await makePerson());
  return (await makeSession(owner.id)).id;
};

/** Every action of the application, by its name in the build. */
const DEEDS: Record<string, (doer: Doer) => Promise<Deed>> = {
  'app/actions.ts#signOutAction': async ({ sessionId }) => ({
    fields: {},
    happened: sessionEnded(sessionId),
  }),
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
  'app/(cabinet)/personal-cabinet/actions.ts#endSessionAction': async (doer) => {
    const sessionId = await otherSession(doer);
    return { fields: { sessionId }, happened: sessionEnded(sessionId) };
  },
  'app/(cabinet)/personal-cabinet/actions.ts#endOtherSessionsAction': async (doer) => ({
    fields: {},
    happened: sessionEnded(await otherSession(doer)),
  }),
  'app/(cabinet)/update_profile/actions.ts#changePasswordAction': ({ person }) =>
    passwordOf(person?.id, { current: PASSWORD }),
  'app/(gate)/change-password/actions.ts#changeOwedPasswordAction': ({ person }) =>
    passwordOf(person?.id, { current: PASSWORD }),
  'app/admin/organisation/actions.ts#createCompanyAction': async () => {
    const name = `New ${randomUUID()}`;
    return {
      fields: { name, timeZone: 'UTC' },
      happened: exists('companies WHERE name = $1', [name]),
    };
  },
  'app/admin/organisation/actions.ts#updateCompanyAction': async ({ company }) => {
    const name = `Renamed ${randomUUID()}`;
    const [row] = await sql<{ version: number }>('SELECT version FROM companies WHERE id = $1', [
      company.id,
    ]);
    return {
      fields: { companyId: company.id, version: String(row?.version), name, timeZone: 'UTC' },
      happened: exists('companies WHERE name = $1', [name]),
    };
  },
  'app/admin/users/actions.ts#createUserAction': async ({ company }) => {
    const email = `new-${randomUUID()}@example.org`;
    return {
      fields: { firstName: 'New', lastName: 'Person', email, companyId: company.id },
      happened: exists('users WHERE email = $1', [email]),
    };
  },
  'app/admin/users/actions.ts#lockUserAction': onPerson({}, 'locked_at IS NOT NULL', {
    reason: 'Attack',
  }),
  'app/admin/users/actions.ts#unlockUserAction': onPerson({ locked: true }, 'locked_at IS NULL'),
  'app/admin/users/actions.ts#deactivateUserAction': onPerson({}, 'NOT is_active'),
  'app/admin/users/actions.ts#activateUserAction': onPerson({ isActive: false }, 'is_active'),
  'app/admin/users/actions.ts#endSessionsAction': async ({ company }) => {
    const { id } = await makePerson({ company });
    const session = await makeSession(id);
    return { fields: { userId: id }, happened: sessionEnded(session.id) };
  },
  'app/admin/users/actions.ts#setPasswordAction': async ({ company }) => {
    const { id } = await makePerson({ company });
    return passwordOf(id, { userId: id });
  },
};

/** The deed of an action for this doer. An action without one is not classified, and fails. */
export function deedOf(name: string, doer: Doer): Promise<Deed> {
  const prepare = DEEDS[name];
  if (!prepare) throw new Error(`${name} has no deed in support/deeds.ts`);
  return prepare(doer);
}
