'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/auth/action';
import { changeAssignments, replaceSeats } from '@/lib/contracts/assignments/commands';
import { verifyAssignments } from '@/lib/contracts/assignments/queries';
import { assignmentForm, personToAdd, successorsForm } from '@/lib/contracts/assignments/form';
import { reviewOf } from './review-of';

export const changeAssignmentsAction = adminAction(assignmentForm, async (actor, input) => {
  const { step, rows } = input;
  if (step === 'edit') return { review: [] };
  if (step === 'verify') return { review: reviewOf(await verifyAssignments(actor, { rows })) };
  const changed = (await changeAssignments(actor, { rows })).filter((row) => row.isChanged).length;
  revalidatePath('/admin', 'layout');
  return `Saved: ${changed === 1 ? 'one row' : `${changed} rows`} changed.`;
});

export const addPersonAction = adminAction(personToAdd, async (actor, input) => {
  await changeAssignments(actor, input);
  redirect(`/admin/contracts/${input.rows[0]?.contractId}`);
});

export const replaceSeatsAction = adminAction(successorsForm, async (actor, input) => {
  await replaceSeats(actor, input);
  redirect(`/admin/contracts/${input.replacements[0]?.contractId}`);
});
