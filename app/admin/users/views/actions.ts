'use server';

import { revalidatePath } from 'next/cache';
import { adminAction } from '@/lib/auth/action';
import { deleteView, saveView, updateView } from '@/lib/saved-views/commands';
import { newView, viewEdit, viewReference } from '@/lib/saved-views/schema';

export const saveViewAction = adminAction(newView, async (actor, input) => {
  await saveView(actor, input);
  revalidatePath('/admin/users');
  return `View “${input.name}” saved.`;
});

export const updateViewAction = adminAction(viewEdit, async (actor, input) => {
  await updateView(actor, input);
  revalidatePath('/admin/users');
  return `View “${input.name}” saved.`;
});

export const deleteViewAction = adminAction(viewReference, async (actor, input) => {
  await deleteView(actor, input);
  revalidatePath('/admin/users');
  return 'View deleted.';
});
