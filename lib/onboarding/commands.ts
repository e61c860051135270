import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { grantable } from '@/lib/access/rights';
import { assertActorStands, assertSessionStands } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { now } from '@/lib/core/clock';
import { db, Prisma, transaction } from '@/lib/core/db';
import { forbidden, invalid, notFound } from '@/lib/core/errors';
import { assertAcceptable } from '@/lib/credentials/acceptable';
import { hashPassword } from '@/lib/credentials/passwords';
import { voidLinks } from '@/lib/links/links';
import { controlWordProblem } from '@/lib/organisation/policy';
import { preparePhoto } from '@/lib/photos/prepare';
import { replacePhoto } from '@/lib/photos/store';
import { insertPerson } from '@/lib/users/insert';
import { inviteCreated } from './invite';
import { chosenHash, takeUp, writeFirstPassword, writeNames } from './profile';
import { ownProfile } from './queries';
import type { ControlWordToSet, NewUser, ProfileCompletion } from './schema';

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
  await assertAcceptable(input.password, [firstName, lastName, email, company.name]);
  return hashPassword(input.password);
}

/** Creates a person of a company, with access and, if given, a first password. Returns the id. */
export async function createUser(actor: Actor, input: NewUser): Promise<string> {
  const { companyId } = input;
  assertCan(actor, 'users.create', { companyId });
  if (input.invite !== 'none') assertCan(actor, 'users.invite', { companyId });
  assertMayGrant(actor, input);
  const hash = await initialHash(input);
  const { password: _password, photo, forceChange, invite, ...person } = input;
  const prepared = photo && (await preparePhoto(photo));
  return transaction(async (tx) => {
    await assertActorStands(tx, actor);
    const userId = await insertPerson(tx, {
      ...person,
      // Without a password there is none to change: the first login chooses it.
      passwordChangeOwed: forceChange && hash !== null,
      profileCompletionOwed: hash === null,
    });
    if (hash) await tx.passwordCredential.create({ data: { userId, hash } });
    if (prepared) await replacePhoto(tx, userId, prepared);
    await record(tx, actor, {
      action: 'user.created',
      subjectType: 'user',
      subjectId: userId,
      companyId,
      after: { ...person, passwordSet: hash !== null, passwordChangeOwed: forceChange },
    });
    await inviteCreated(tx, actor, userId, invite);
    return userId;
  });
}

/**
 * Sets the control word with which a company's people ask for their first login; what they asked for
 * with the old one opens nothing any more (security 30). The word itself is kept nowhere.
 */
export async function setControlWord(actor: Actor, input: ControlWordToSet): Promise<void> {
  const { companyId, word } = input;
  assertCan(actor, 'companies.update', { companyId });
  const company = await db().company.findUnique({
    where: { id: companyId },
    select: { name: true },
  });
  if (!company) throw notFound('This company');
  const problem = controlWordProblem(word, company.name);
  if (problem) throw invalid({ word: problem });
  const controlWordHash = await hashPassword(word);
  await transaction(async (tx) => {
    await assertActorStands(tx, actor);
    await tx.company.update({
      where: { id: companyId },
      data: { controlWordHash, controlWordChangedAt: now() },
    });
    const people = Prisma.sql`SELECT id FROM users WHERE company_id = ${companyId}::uuid`;
    await tx.$executeRaw(voidLinks(people, 'first_login'));
    await record(tx, actor, {
      action: 'company.control-word-set',
      subjectType: 'company',
      subjectId: companyId,
      companyId,
    });
  }, 'sets');
}

/**
 * Completes one's own profile, once: names, phone, the first password where there is none, a photo
 * if given. Other sessions end with a password, and every link that was still open is void (spec §3).
 */
export async function completeProfile(actor: Actor, input: ProfileCompletion): Promise<void> {
  assertCan(actor, 'own.profile');
  const { userId, companyId } = actor;
  const hash = await chosenHash(await ownProfile(actor), input);
  const photo = input.photo && (await preparePhoto(input.photo));
  await transaction(async (tx) => {
    const before = await takeUp(tx, actor);
    await assertSessionStands(tx, actor);
    const after = await writeNames(tx, userId, input);
    if (hash) await writeFirstPassword(tx, actor, hash);
    if (photo) await replacePhoto(tx, userId, photo);
    await tx.$executeRaw(voidLinks(Prisma.sql`SELECT ${userId}::uuid`));
    await record(tx, actor, {
      action: 'user.profile-completed',
      subjectType: 'user',
      subjectId: userId,
      companyId,
      before,
      after: { ...after, passwordSet: hash !== null },
    });
  });
}
