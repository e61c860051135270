import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction, assertSessionStands } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { now } from '@/lib/core/clock';
import { db, Prisma, transaction } from '@/lib/core/db';
import { invalid, notFound } from '@/lib/core/errors';
import { hashPassword } from '@/lib/credentials/passwords';
import { voidLinks } from '@/lib/links/links';
import { controlWordProblem } from '@/lib/organisation/policy';
import { preparePhoto } from '@/lib/photos/prepare';
import { replacePhoto } from '@/lib/photos/store';
import { chosenHash, takeUp, writeFirstPassword, writeNames } from './profile';
import { ownProfile } from './queries';
import type { ControlWordToSet, ProfileCompletion } from './schema';

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
  await actorTransaction({ actor, lane: 'sets' }, async (tx) => {
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
  });
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
