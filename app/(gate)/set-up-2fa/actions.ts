'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { stepAction } from '@/lib/auth/action';
import { giveSessionCookie } from '@/lib/auth/cookies';
import { onward } from '@/lib/auth/onward';
import { noInput } from '@/lib/sessions/schema';
import { cancelSetUp, confirmSetUp, finishSetUp, startSetUp } from '@/lib/two-factor/commands';
import { codesNoted, codeToConfirm, passwordAgain } from '@/lib/two-factor/schema';

const refresh = () => revalidatePath('/set-up-2fa');

export const startOwedSetUpAction = stepAction(
  'set-up-2fa',
  passwordAgain,
  async (actor, input) => {
    await startSetUp(actor, input);
    refresh();
  },
);

export const confirmOwedSetUpAction = stepAction(
  'set-up-2fa',
  codeToConfirm,
  async (actor, input) => {
    const once = await confirmSetUp(actor, input);
    refresh();
    return { once };
  },
);

export const finishOwedSetUpAction = stepAction('set-up-2fa', codesNoted, async (actor) => {
  const session = await finishSetUp(actor);
  await giveSessionCookie(session);
  redirect(await onward(session.token, '/'));
});

export const cancelOwedSetUpAction = stepAction('set-up-2fa', noInput, async (actor) => {
  await cancelSetUp(actor);
  refresh();
});
