'use server';

import { cabinetAction } from '@/lib/auth/action';
import { changePassword } from '@/lib/passwords/commands';
import { passwordToChange } from '@/lib/passwords/schema';

export const changePasswordAction = cabinetAction(passwordToChange, async (actor, input) => {
  await changePassword(actor, input);
  return 'Password changed. Your other sessions ended.';
});
