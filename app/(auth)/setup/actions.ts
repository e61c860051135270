'use server';

import { redirect } from 'next/navigation';
import { publicAction } from '@/lib/auth/action';
import { giveCookies } from '@/lib/auth/cookies';
import { firstAdministrator } from '@/lib/setup/schema';
import { setUp } from '@/lib/setup/setup';

export const setUpAction = publicAction(firstAdministrator, async (visitor, input) => {
  await giveCookies(await setUp(input, visitor));
  redirect('/admin/organisation/new');
});
