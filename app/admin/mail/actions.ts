'use server';

import { revalidatePath } from 'next/cache';
import { adminAction } from '@/lib/auth/action';
import { retryMails } from '@/lib/mail/commands';
import { mailsToRetry } from '@/lib/mail/schema';

export const retryMailAction = adminAction(mailsToRetry, async (actor, input) => {
  const count = await retryMails(actor, input);
  revalidatePath('/admin/mail');
  return count === 1 ? 'Queued again.' : `${count.toLocaleString('en')} mails queued again.`;
});
