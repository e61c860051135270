'use server';

import { revalidatePath } from 'next/cache';
import { cabinetAction } from '@/lib/auth/action';
import { endOtherSessions, endOwnSession } from '@/lib/sessions/commands';
import { noInput, sessionReference } from '@/lib/sessions/schema';

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
