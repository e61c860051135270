'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { stepAction } from '@/lib/auth/action';
import { sessionCookie } from '@/lib/auth/cookies';
import { onward } from '@/lib/auth/onward';
import { visitor } from '@/lib/auth/request';
import { changePassword } from '@/lib/passwords/commands';
import { passwordToChange } from '@/lib/passwords/schema';

export const changeOwedPasswordAction = stepAction(
  'change-password',
  passwordToChange,
  async (actor, input) => {
    await changePassword(actor, input, await visitor());
    redirect(await onward((await cookies()).get(sessionCookie())?.value, '/'));
  },
);
