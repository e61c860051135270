'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/auth/action';
import {
  activateUsers,
  deactivateUsers,
  endSessionsOf,
  lockUsers,
  unlockUsers,
} from '@/lib/lifecycle/commands';
import { assertDone } from '@/lib/lifecycle/outcome';
import { personAndReason } from '@/lib/lifecycle/schema';
import { createUser } from '@/lib/onboarding/commands';
import { newUser } from '@/lib/onboarding/schema';
import { setPassword } from '@/lib/passwords/commands';
import { passwordToSet } from '@/lib/passwords/schema';
import { userReference } from '@/lib/users/schema';

const refresh = (userId: string) => revalidatePath(`/admin/users/${userId}`);

export const createUserAction = adminAction(newUser, async (actor, input) => {
  redirect(`/admin/users/${await createUser(actor, input)}`);
});

export const lockUserAction = adminAction(personAndReason, async (actor, { userId, reason }) => {
  assertDone(await lockUsers(actor, { userIds: [userId], reason }));
  refresh(userId);
  return 'Locked. All sessions ended.';
});

export const unlockUserAction = adminAction(userReference, async (actor, { userId }) => {
  assertDone(await unlockUsers(actor, { userIds: [userId] }));
  refresh(userId);
  return 'Unlocked.';
});

export const deactivateUserAction = adminAction(userReference, async (actor, { userId }) => {
  assertDone(await deactivateUsers(actor, { userIds: [userId] }));
  refresh(userId);
  return 'Deactivated. All sessions ended.';
});

export const activateUserAction = adminAction(userReference, async (actor, { userId }) => {
  assertDone(await activateUsers(actor, { userIds: [userId] }));
  refresh(userId);
  return 'Activated.';
});

export const endSessionsAction = adminAction(userReference, async (actor, { userId }) => {
  assertDone(await endSessionsOf(actor, { userIds: [userId] }));
  refresh(userId);
  return 'All sessions ended.';
});

export const setPasswordAction = adminAction(passwordToSet, async (actor, input) => {
  await setPassword(actor, input);
  refresh(input.userId);
  return 'Password set. All sessions ended.';
});
