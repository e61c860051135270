'use server';

import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/auth/action';
import { executeRun, freezeKeyPersons, freezeSelection, previewRun } from '@/lib/bulk/commands';
import { changeToPreview, runReference, runToExecute, selection } from '@/lib/bulk/schema';

const runAddress = (runId: string) => `/admin/users/mass/run/${runId}`;

/** From the list: Mass Update of those selected, or Deactivate Users, which is one. */
export const openMassUpdateAction = adminAction(selection, async (actor, input) => {
  const listId = await freezeSelection(actor, input);
  if (!input.change) redirect(`/admin/users/mass/${listId}`);
  redirect(runAddress(await previewRun(actor, { listId, field: 'active', value: 'deactivate' })));
});

export const previewRunAction = adminAction(changeToPreview, async (actor, input) => {
  redirect(runAddress(await previewRun(actor, input)));
});

export const executeRunAction = adminAction(runToExecute, async (actor, input) => {
  await executeRun(actor, input);
  redirect(runAddress(input.runId));
});

/** From a deactivation: the key persons it leaves out, to be locked instead. */
export const lockKeyPersonsAction = adminAction(runReference, async (actor, { runId }) => {
  redirect(`/admin/users/mass/${await freezeKeyPersons(actor, runId)}?field=locked`);
});
