'use server';

import { revalidatePath } from 'next/cache';
import { cabinetAction } from '@/lib/auth/action';
import { changeOwnPhoto, removeOwnPhoto } from '@/lib/photos/commands';
import { ownPhoto } from '@/lib/photos/schema';
import { endOtherSessions, endOwnSession } from '@/lib/sessions/commands';
import { noInput, sessionReference } from '@/lib/sessions/schema';
import { updateOwnProfile } from '@/lib/users/commands';
import { profileEdit } from '@/lib/users/schema';

// The name stands in the frame of every page.
const refresh = () => revalidatePath('/', 'layout');

export const updateProfileAction = cabinetAction(profileEdit, async (actor, input) => {
  await updateOwnProfile(actor, input);
  refresh();
  return 'Profile saved.';
});

export const changePhotoAction = cabinetAction(ownPhoto, async (actor, input) => {
  await changeOwnPhoto(actor, input);
  refresh();
  return 'Photo saved.';
});

export const removePhotoAction = cabinetAction(noInput, async (actor) => {
  await removeOwnPhoto(actor);
  refresh();
  return 'Photo removed.';
});

export const endSessionAction = cabinetAction(sessionReference, async (actor, input) => {
  await endOwnSession(actor, input);
  revalidatePath('/personal-cabinet');
  return 'Session ended.';
});

export const endOtherSessionsAction = cabinetAction(noInput, async (actor) => {
  const ended = await endOtherSessions(actor);
  revalidatePath('/personal-cabinet');
  return ended === 1 ? 'One session ended.' : `${ended} sessions ended.`;
});
