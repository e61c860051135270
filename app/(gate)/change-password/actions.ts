'use server';

import { redirect } from 'next/navigation';
import { stepAction } from '@/lib/auth/action';
import { changePassword } from '@/lib/passwords/commands';
import { passwordToChange } from '@/lib/passwords/schema';

export const changeOwedPasswordAction = stepAction(
  'change-password',
  passwordToChange,
  async (actor, input) => {
    await changePassword(actor, input);
    redirect('/');
  },
);
