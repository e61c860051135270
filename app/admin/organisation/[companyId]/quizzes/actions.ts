'use server';

import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/auth/action';
import { createQuiz, deleteQuiz, updateQuiz } from '@/lib/quizzes/commands';
import { newQuiz, quizEdit, quizToDelete } from '@/lib/quizzes/schema';

export const createQuizAction = adminAction(newQuiz, async (actor, input) => {
  await createQuiz(actor, input);
  redirect(`/admin/organisation/${input.companyId}/quizzes`);
});

export const updateQuizAction = adminAction(quizEdit, async (actor, input) => {
  redirect(`/admin/organisation/${await updateQuiz(actor, input)}/quizzes`);
});

export const deleteQuizAction = adminAction(quizToDelete, async (actor, input) => {
  redirect(`/admin/organisation/${await deleteQuiz(actor, input)}/quizzes`);
});
