'use server';

import { redirect } from 'next/navigation';
import { REFUSAL_TEXT } from '@/lib/access/labels';
import { publicAction } from '@/lib/auth/action';
import { giveCookies, giveDeviceCookie } from '@/lib/auth/cookies';
import { stepOr } from '@/lib/auth/onward';
import { newToken } from '@/lib/core/crypto';
import { AppError, invalid } from '@/lib/core/errors';
import { noteOpened } from '@/lib/links/links';
import { openedLink } from '@/lib/links/schema';
import { askFirstLogin } from '@/lib/sign-in/ask-first-login';
import { firstLogin } from '@/lib/sign-in/first-login';
import { firstLoginRequest, firstLoginUse } from '@/lib/sign-in/schema';

export const askFirstLoginAction = publicAction(firstLoginRequest, async (visitor, input) => {
  const deviceToken = visitor.deviceToken || newToken();
  await askFirstLogin(input, { ...visitor, deviceToken });
  await giveDeviceCookie(deviceToken);
  redirect('/first_login?notice=sent');
});

export const firstLoginAction = publicAction(firstLoginUse, async (visitor, input) => {
  const result = await firstLogin(input, visitor);
  if (result.kind === 'failed') redirect('/first_login?notice=invalid');
  if (result.kind === 'wrong-word') {
    throw invalid({
      word: 'This is not the control word, or there were too many tries. Check it; after ten tries wait a quarter of an hour.',
    });
  }
  if (result.kind === 'refused') {
    throw new AppError('unauthenticated', REFUSAL_TEXT[result.reason]);
  }
  await giveCookies(result);
  redirect(stepOr(result.owed, '/'));
});

export const noteOpenedAction = publicAction(openedLink, async (_visitor, { token }) => {
  await noteOpened('first_login', token);
});
