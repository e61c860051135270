'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/auth/action';
import {
  archiveContract,
  createContract,
  reopenContract,
  updateContract,
} from '@/lib/contracts/commands';
import { unheldText } from '@/lib/contracts/labels';
import { contractEdit, contractReference, newContract } from '@/lib/contracts/schema';
import { contractHref } from './list-href';

export const createContractAction = adminAction(newContract, async (actor, input) => {
  redirect(contractHref(await createContract(actor, input)));
});

export const updateContractAction = adminAction(contractEdit, async (actor, input) => {
  await updateContract(actor, input);
  redirect(contractHref(input.contractId));
});

export const archiveContractAction = adminAction(contractReference, async (actor, input) => {
  await archiveContract(actor, input.contractId);
  revalidatePath('/admin', 'layout');
  return 'Contract archived.';
});

export const reopenContractAction = adminAction(contractReference, async (actor, input) => {
  const unheld = unheldText(await reopenContract(actor, input.contractId));
  revalidatePath('/admin', 'layout');
  return unheld
    ? `Contract reopened. Nobody who may enter is its ${unheld}: choose somebody.`
    : 'Contract reopened.';
});
