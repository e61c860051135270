'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { stepAction } from '@/lib/auth/action';
import { sessionCookie } from '@/lib/auth/cookies';
import { onward } from '@/lib/auth/onward';
import { completeProfile } from '@/lib/onboarding/commands';
import { profileCompletion } from '@/lib/onboarding/schema';

export const completeProfileAction = stepAction(
  'complete-profile',
  profileCompletion,
  async (actor, input) => {
    await completeProfile(actor, input);
    redirect(await onward((await cookies()).get(sessionCookie())?.value, '/'));
  },
);
