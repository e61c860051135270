import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { transaction } from '@/lib/core/db';
import { accessCommand } from '@/lib/lifecycle/access-command';
import type { PeopleSet } from '@/lib/lifecycle/schema';
import { inviteMember } from '@/lib/onboarding/invite';
import { preparePhoto } from '@/lib/photos/prepare';
import { removePhoto, replacePhoto } from '@/lib/photos/store';
import { insertPerson } from '@/lib/users/insert';
import { describePerson } from './description';
import { editOf } from './edit';
import { firstHash } from './first-password';
import { refusingGone } from './gone';
import { assertMayGrant } from './grant';
import { writeMemberships } from './memberships';
import { assertOffered } from './offered';
import { bearing, removal } from './removal';
import type { NewUser, PersonEdit } from './schema';
import { entriesOf } from './entries';
import { writeAccess, writeProfile } from './write';

type Deletion = PeopleSet & { email?: string };

/** Creates a person of a company (spec §7, Create New User): profile, access, memberships. The id. */
export async function createUser(actor: Actor, input: NewUser): Promise<string> {
  const { companyId } = input;
  assertCan(actor, 'users.create', { companyId });
  if (input.invite !== 'none') assertCan(actor, 'users.invite', { companyId });
  assertMayGrant(actor, input);
  const hash = await firstHash(input);
  const { password: _, photo, forceChange, invite, ...fields } = input;
  const { roleIds, groupIds, quizIds, groupsFromRoles, ...person } = fields;
  const prepared = photo && (await preparePhoto(photo));
  return refusingGone(() =>
    actorTransaction({ actor }, async (tx) => {
      await assertOffered(tx, input);
      const userId = await insertPerson(tx, {
        ...person,
        // Without a password there is none to change: the first login chooses it.
        passwordChangeOwed: forceChange && hash !== null,
        profileCompletionOwed: hash === null,
      });
      if (hash) await tx.passwordCredential.create({ data: { userId, hash } });
      if (prepared) await replacePhoto(tx, userId, prepared);
      await writeMemberships(tx, actor, userId, { roleIds, groupIds, quizIds, groupsFromRoles });
      const { startDate, endDate, isStaff, right, twoFactorRequired } = person;
      await record(tx, actor, {
        action: 'user.created',
        subjectType: 'user',
        subjectId: userId,
        companyId,
        after: {
          ...(await describePerson(tx, userId)),
          ...{ startDate, endDate, isStaff, right, twoFactorRequired },
          passwordSet: hash !== null,
          passwordChangeOwed: forceChange,
        },
      });
      await inviteMember(tx, actor, userId, invite);
      return userId;
    }),
  );
}

/**
 * Changes a person in one transaction (spec §7, Edit; and Use Existing User, which gives an account
 * its company). Whoever saves later is told both versions, and nothing is written.
 */
export async function updateUser(actor: Actor, input: PersonEdit): Promise<void> {
  assertCan(actor, 'users.update');
  const photo = input.photo && (await preparePhoto(input.photo));
  await refusingGone(() =>
    transaction(async (tx) => {
      const edit = await editOf(tx, actor, input);
      const { userId, now, next } = edit;
      const before = await describePerson(tx, userId);
      await writeProfile(tx, edit);
      await writeAccess(tx, actor, edit);
      const { roleIds, groupIds, quizIds } = next;
      const { groupsFromRoles } = input;
      await writeMemberships(tx, actor, userId, { roleIds, groupIds, quizIds, groupsFromRoles });
      if (photo) await replacePhoto(tx, userId, photo);
      const removed = !photo && input.removePhoto && (await removePhoto(tx, userId));
      const pictured = photo ? 'user.photo-changed' : removed ? 'user.photo-removed' : null;
      const after = await describePerson(tx, userId);
      for (const entry of entriesOf(edit, { before, after, pictured })) {
        await record(tx, actor, entry);
      }
      if (now.companyId === null && next.companyId !== null) {
        await inviteMember(tx, actor, userId, input.invite);
      }
    }),
  );
}

/**
 * Deletes people with all that is theirs; the audit keeps who they were. Not oneself, nobody above,
 * never the last superuser (spec §9). `email`: what was typed to confirm it.
 */
export const deleteUsers = accessCommand((actor, { userIds, email }: Deletion) =>
  removal(actor, email === undefined ? undefined : bearing(actor, userIds, email)),
);
