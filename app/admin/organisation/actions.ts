'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/auth/action';
import { setControlWord } from '@/lib/onboarding/commands';
import { controlWordToSet } from '@/lib/onboarding/schema';
import { createCompany, deleteCompany, updateCompany } from '@/lib/organisation/commands';
import { PART_LABELS } from '@/lib/organisation/labels';
import {
  companyEdit,
  companyToDelete,
  newCompany,
  newPart,
  partRename,
  unusedPart,
} from '@/lib/organisation/schema';
import { createPart, deleteUnused, renamePart } from '@/lib/organisation/structure/commands';
import { changeRoleGroups, deleteGroup, deleteRole } from '@/lib/roles/commands';
import { groupToDelete, roleGroupsChange, roleToDelete } from '@/lib/roles/schema';
import { afterDeletion } from './after-deletion';

export const createCompanyAction = adminAction(newCompany, async (actor, input) => {
  await createCompany(actor, input);
  redirect('/admin/organisation');
});

export const updateCompanyAction = adminAction(companyEdit, async (actor, input) => {
  await updateCompany(actor, input);
  redirect('/admin/organisation');
});

export const deleteCompanyAction = adminAction(companyToDelete, async (actor, input) => {
  await deleteCompany(actor, input);
  redirect('/admin/organisation');
});

export const setControlWordAction = adminAction(controlWordToSet, async (actor, input) => {
  await setControlWord(actor, input);
  revalidatePath(`/admin/organisation/${input.companyId}`, 'layout');
  return 'Control word set. Links asked for with another one open nothing any more.';
});

export const createPartAction = adminAction(newPart, async (actor, input) => {
  await createPart(actor, input);
  revalidatePath('/admin', 'layout');
  return `Added the ${PART_LABELS[input.kind]} “${input.name}”.`;
});

export const renamePartAction = adminAction(partRename, async (actor, input) => {
  await renamePart(actor, input);
  revalidatePath('/admin', 'layout');
  return `Renamed to “${input.name}”.`;
});

export const deleteUnusedAction = adminAction(unusedPart, async (actor, input) => {
  redirect(afterDeletion(input.kind, await deleteUnused(actor, input)));
});

export const changeRoleGroupsAction = adminAction(roleGroupsChange, async (actor, input) => {
  const companyId = await changeRoleGroups(actor, input);
  redirect(`/admin/organisation/${companyId}/roles/${input.roleId}`);
});

export const deleteRoleAction = adminAction(roleToDelete, async (actor, input) => {
  redirect(afterDeletion('role', { companyId: await deleteRole(actor, input) }));
});

export const deleteGroupAction = adminAction(groupToDelete, async (actor, input) => {
  redirect(afterDeletion('group', { companyId: await deleteGroup(actor, input) }));
});
