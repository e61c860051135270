'use server';

import { redirect } from 'next/navigation';
import { sessionAction } from '@/lib/auth/action';
import { takeSessionCookie } from '@/lib/auth/cookies';
import { signOut } from '@/lib/sessions/commands';
import { noInput } from '@/lib/sessions/schema';

export const signOutAction = sessionAction(noInput, async (actor) => {
  await signOut(actor);
  await takeSessionCookie();
  redirect('/login?reason=signed_out');
});
