import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { grantable } from '@/lib/access/rights';
import { assertActorStands } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { db, transaction } from '@/lib/core/db';
import { forbidden, invalid } from '@/lib/core/errors';
import { assertAcceptable } from '@/lib/credentials/acceptable';
import { hashPassword } from '@/lib/credentials/passwords';
import { insertPerson } from '@/lib/users/insert';
import type { NewUser } from './schema';

/** Staff and rights only from somebody who may grant them, and never more than they hold (§11). */
function assertMayGrant(actor: Actor, { isStaff, right }: NewUser) {
  if (!isStaff && !right) return;
  assertCan(actor, 'rights.grant');
  if (right && !grantable(actor).includes(right)) throw forbidden('You cannot grant this right.');
}

async function initialHash(input: NewUser): Promise<string | null> {
  const company = await db().company.findUnique({
    where: { id: input.companyId },
    select: { name: true },
  });
  if (!company) throw invalid({ companyId: 'Choose a company.' });
  if (!input.password) return null;
  const { firstName, lastName, email } = input;
  assertAcceptable(input.password, [firstName, lastName, email, company.name]);
  return hashPassword(input.password);
}

/** Creates a person of a company, with access and, if given, a first password. Returns the id. */
export async function createUser(actor: Actor, input: NewUser): Promise<string> {
  assertCan(actor, 'users.create', { companyId: input.companyId });
  assertMayGrant(actor, input);
  const hash = await initialHash(input);
  const { password: _password, forceChange, ...person } = input;
  return transaction(async (tx) => {
    await assertActorStands(tx, actor);
    const userId = await insertPerson(tx, {
      ...person,
      // Without a password there is none to change: the first login chooses it.
      passwordChangeOwed: forceChange && hash !== null,
      profileCompletionOwed: hash === null,
    });
    if (hash) await tx.passwordCredential.create({ data: { userId, hash } });
    await record(tx, actor, {
      action: 'user.created',
      subjectType: 'user',
      subjectId: userId,
      companyId: input.companyId,
      after: { ...person, passwordSet: hash !== null, passwordChangeOwed: forceChange },
    });
    return userId;
  });
}
