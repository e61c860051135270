'use server';

import { revalidatePath } from 'next/cache';
import { cabinetAction } from '@/lib/auth/action';
import { giveSessionCookie } from '@/lib/auth/cookies';
import { visitor } from '@/lib/auth/request';
import { changePassword } from '@/lib/passwords/commands';
import { passwordToChange } from '@/lib/passwords/schema';
import { noInput } from '@/lib/sessions/schema';
import {
  cancelSetUp,
  confirmSetUp,
  disableTwoFactor,
  finishSetUp,
  regenerateBackupCodes,
  startSetUp,
  testCode,
} from '@/lib/two-factor/commands';
import { codesNoted, codeToConfirm, codeToTest, passwordAgain } from '@/lib/two-factor/schema';

const refresh = () => revalidatePath('/update_profile');

export const changePasswordAction = cabinetAction(passwordToChange, async (actor, input) => {
  await changePassword(actor, input, await visitor());
  return 'Password changed. Your other sessions ended.';
});

export const startSetUpAction = cabinetAction(passwordAgain, async (actor, input) => {
  await startSetUp(actor, input);
  refresh();
});

export const confirmSetUpAction = cabinetAction(codeToConfirm, async (actor, input) => {
  const once = await confirmSetUp(actor, input);
  refresh();
  return { once };
});

export const finishSetUpAction = cabinetAction(codesNoted, async (actor) => {
  await giveSessionCookie(await finishSetUp(actor));
  refresh();
  return 'Second factor on. Your other sessions ended.';
});

export const cancelSetUpAction = cabinetAction(noInput, async (actor) => {
  await cancelSetUp(actor);
  refresh();
});

export const disableTwoFactorAction = cabinetAction(passwordAgain, async (actor, input) => {
  await disableTwoFactor(actor, input);
  refresh();
  return 'Second factor disabled. Your other sessions ended.';
});

export const regenerateBackupCodesAction = cabinetAction(passwordAgain, async (actor, input) => {
  const once = await regenerateBackupCodes(actor, input);
  refresh();
  return { once };
});

export const testCodeAction = cabinetAction(codeToTest, async (actor, input) => {
  await testCode(actor, input);
  return 'That code is right: your app is in step.';
});
