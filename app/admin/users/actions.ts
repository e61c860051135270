'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { adminAction } from '@/lib/auth/action';
import type { Actor } from '@/lib/core/actor';
import {
  deactivateUsers,
  endSessionsOf,
  forcePasswordChange,
  invalidatePasswords,
  liftTwoFactor,
  lockUsers,
  requireTwoFactor,
  resetTwoFactor,
  resetUsers,
  restoreUsers,
  sendFirstLogin,
  sendPasswordReset,
  unlockUsers,
} from '@/lib/lifecycle/commands';
import { assertDone, type PersonOutcome } from '@/lib/lifecycle/outcome';
import { replaceAndDeactivate } from '@/lib/lifecycle/replace-and-deactivate';
import {
  endDateOf,
  personAndEnd,
  personAndReason,
  personAndSuccessors,
  type PeopleAndEnd,
  type PeopleAndReason,
  type PeopleSet,
} from '@/lib/lifecycle/schema';
import { setPassword } from '@/lib/passwords/commands';
import { passwordToSet } from '@/lib/passwords/schema';
import { createUser, deleteUsers, updateUser } from '@/lib/people/commands';
import { newUser, personDeletion, personEdit } from '@/lib/people/schema';
import { changePhotoOf, removePhotoOf } from '@/lib/photos/commands';
import { photoOfPerson } from '@/lib/photos/schema';
import { endSessionOf } from '@/lib/sessions/commands';
import { sessionOfPerson } from '@/lib/sessions/schema';
import { userReference } from '@/lib/users/schema';

const refresh = (userId: string) => revalidatePath(`/admin/users/${userId}`);

/** A set command on the one person of the page; `said` is what the toast tells. */
const onOne =
  (command: (actor: Actor, input: PeopleSet) => Promise<PersonOutcome[]>, said: string) =>
  async (actor: Actor, { userId }: { userId: string }) => {
    assertDone(await command(actor, { userIds: [userId] }));
    refresh(userId);
    return said;
  };

const onOneWhy =
  (command: (actor: Actor, input: PeopleAndReason) => Promise<PersonOutcome[]>, said: string) =>
  (actor: Actor, { reason, ...one }: { userId: string; reason: string }) =>
    onOne((who, set) => command(who, { ...set, reason }), said)(actor, one);

export const createUserAction = adminAction(newUser, async (actor, input) => {
  redirect(`/admin/users/${await createUser(actor, input)}`);
});

export const updateUserAction = adminAction(personEdit, async (actor, input) => {
  await updateUser(actor, input);
  refresh(input.userId);
  redirect(`/admin/users/${input.userId}`);
});

export const deleteUserAction = adminAction(personDeletion, async (actor, { userId, email }) => {
  assertDone(await deleteUsers(actor, { userIds: [userId], email }));
  revalidatePath('/admin/users');
  redirect('/admin/users');
});

export const lockUserAction = adminAction(
  personAndReason,
  onOneWhy(lockUsers, 'Locked. All sessions ended.'),
);
export const unlockUserAction = adminAction(userReference, onOne(unlockUsers, 'Unlocked.'));
export const deactivateUserAction = adminAction(
  userReference,
  onOne(deactivateUsers, 'Deactivated. All sessions ended.'),
);

/** Deactivates a key person whose seats go to the chosen successors: both, or nothing. */
export const replaceAndDeactivateAction = adminAction(personAndSuccessors, async (actor, input) => {
  await replaceAndDeactivate(actor, input);
  refresh(input.userId);
  redirect(`/admin/users/${input.userId}`);
});

type Reactivation = (actor: Actor, input: PeopleAndEnd) => Promise<PersonOutcome[]>;

const activated =
  (command: Reactivation) =>
  async (actor: Actor, { userId, ...end }: z.infer<typeof personAndEnd>) => {
    assertDone(await command(actor, { userIds: [userId], ...endDateOf(end) }));
    refresh(userId);
    redirect(`/admin/users/${userId}`);
  };

export const restoreUserAction = adminAction(personAndEnd, activated(restoreUsers));
export const resetUserAction = adminAction(personAndEnd, activated(resetUsers));

export const endSessionAction = adminAction(
  sessionOfPerson,
  async (actor, { userId, sessionId }) => {
    await endSessionOf(actor, { sessionId });
    refresh(userId);
    return 'Session ended.';
  },
);

export const endSessionsAction = adminAction(
  userReference,
  onOne(endSessionsOf, 'All sessions ended.'),
);

export const forcePasswordChangeAction = adminAction(
  userReference,
  onOne(forcePasswordChange, 'They change their password on their next request.'),
);
export const invalidatePasswordAction = adminAction(
  userReference,
  onOne(invalidatePasswords, 'Password invalidated. All sessions ended, and a link is on its way.'),
);
export const sendPasswordResetAction = adminAction(
  userReference,
  onOne(sendPasswordReset, 'A reset link is on its way.'),
);
export const sendFirstLoginAction = adminAction(
  userReference,
  onOne(sendFirstLogin, 'A first-login mail is on its way.'),
);

export const requireTwoFactorAction = adminAction(
  userReference,
  onOne(requireTwoFactor, 'Second factor required.'),
);
export const liftTwoFactorAction = adminAction(
  userReference,
  onOne(liftTwoFactor, 'Second factor no longer required.'),
);
export const resetTwoFactorAction = adminAction(
  personAndReason,
  onOneWhy(resetTwoFactor, 'Second factor reset. All sessions ended.'),
);

export const setPasswordAction = adminAction(passwordToSet, async (actor, input) => {
  await setPassword(actor, input);
  refresh(input.userId);
  return 'Password set. All sessions ended.';
});

export const changePhotoAction = adminAction(photoOfPerson, async (actor, input) => {
  await changePhotoOf(actor, input);
  refresh(input.userId);
  return 'Photo changed.';
});

export const removePhotoAction = adminAction(userReference, async (actor, input) => {
  await removePhotoOf(actor, input);
  refresh(input.userId);
  return 'Photo removed.';
});
