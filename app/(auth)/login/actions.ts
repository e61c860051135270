'use server';

import { redirect } from 'next/navigation';
import { REFUSAL_TEXT } from '@/lib/access/labels';
import { publicAction } from '@/lib/auth/action';
import { giveCookies } from '@/lib/auth/cookies';
import { stepOr } from '@/lib/auth/onward';
import { safePath } from '@/lib/auth/routes';
import { AppError } from '@/lib/core/errors';
import { credentials } from '@/lib/sign-in/schema';
import { signIn } from '@/lib/sign-in/sign-in';

export const signInAction = publicAction(credentials, async (visitor, input) => {
  const result = await signIn(input, visitor);
  if (result.kind === 'refused') {
    throw new AppError('unauthenticated', REFUSAL_TEXT[result.reason]);
  }
  if (result.kind === 'failed') {
    throw new AppError(
      'unauthenticated',
      'E-mail and password do not match an account, or there were too many tries. Check both; after ten tries wait a quarter of an hour.',
    );
  }
  await giveCookies(result);
  redirect(stepOr(result.owed, safePath(input.next)));
});
