'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/auth/action';
import { setControlWord } from '@/lib/onboarding/commands';
import { controlWordToSet } from '@/lib/onboarding/schema';
import { createCompany, updateCompany } from '@/lib/organisation/commands';
import { companyEdit, newCompany } from '@/lib/organisation/schema';

export const createCompanyAction = adminAction(newCompany, async (actor, input) => {
  await createCompany(actor, input);
  redirect('/admin/organisation');
});

export const updateCompanyAction = adminAction(companyEdit, async (actor, input) => {
  await updateCompany(actor, input);
  redirect('/admin/organisation');
});

export const setControlWordAction = adminAction(controlWordToSet, async (actor, input) => {
  await setControlWord(actor, input);
  revalidatePath(`/admin/organisation/${input.companyId}`);
  return 'Control word set. Links asked for with another one open nothing any more.';
});
