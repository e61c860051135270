'use server';

import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/auth/action';
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
