import 'server-only';
import { record } from '@/lib/audit/commands';
import type { Visitor } from '@/lib/core/actor';
import { sameSecret } from '@/lib/core/crypto';
import { db, transaction } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { conflict, forbidden } from '@/lib/core/errors';
import { assertAcceptable } from '@/lib/credentials/acceptable';
import { hashPassword } from '@/lib/credentials/passwords';
import { issueSession } from '@/lib/sessions/issue';
import { insertPerson } from '@/lib/users/insert';
import type { FirstAdministrator } from './schema';
import { setupToken } from './token';

const SETUP_LOCK = 72_002; // advisory lock: one setup at a time (security 7)

/** Is this the setup link of this installation, and is the database still empty of people? */
export async function isSetupOpen(token: string): Promise<boolean> {
  return (
    sameSecret(token, setupToken(env().APP_SECRET)) && (await db().user.count({ take: 1 })) === 0
  );
}

/**
 * Makes the first superuser, once, however many try at once (spec §3), and signs them in.
 * Refuses a wrong link, and a second setup.
 */
export async function setUp(input: FirstAdministrator, visitor: Visitor) {
  if (!sameSecret(input.token, setupToken(env().APP_SECRET))) {
    throw forbidden('This setup link is not valid. Use the one that the server printed.');
  }
  const { email, firstName, lastName } = input;
  await assertAcceptable(input.password, [email, firstName, lastName]);
  const hash = await hashPassword(input.password);
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK}::int)`;
    if ((await tx.user.count({ take: 1 })) > 0) {
      throw conflict('Gatehouse is set up already. Sign in instead.');
    }
    const person = { email, firstName, lastName, companyId: null };
    const userId = await insertPerson(tx, { ...person, isStaff: true, right: 'superuser' });
    await tx.passwordCredential.create({ data: { userId, hash } });
    await record(
      tx,
      { ...visitor, userId },
      {
        action: 'setup.completed',
        subjectType: 'user',
        subjectId: userId,
        after: person,
      },
    );
    return issueSession(tx, userId, visitor);
  });
}
