'use server';

import { redirect } from 'next/navigation';
import { publicAction } from '@/lib/auth/action';
import { noteOpened } from '@/lib/links/links';
import { openedLink } from '@/lib/links/schema';
import { completeReset } from '@/lib/passwords/complete-reset';
import { requestReset } from '@/lib/passwords/request-reset';
import { passwordToReset, resetRequest } from '@/lib/passwords/schema';

export const requestResetAction = publicAction(resetRequest, async (visitor, input) => {
  await requestReset(input, visitor);
  redirect('/password_reset?notice=sent');
});

export const completeResetAction = publicAction(passwordToReset, async (visitor, input) => {
  const result = await completeReset(input, visitor);
  // Either way to an address without the token.
  redirect(result === 'done' ? '/login?reason=password_reset' : '/password_reset?notice=invalid');
});

export const noteOpenedAction = publicAction(openedLink, async (_visitor, { token }) => {
  await noteOpened('password_reset', token);
});
