import 'server-only';
import type { Task } from 'graphile-worker';
import type { Jobs } from '@/lib/jobs/enqueue';
import { linkUrl } from '@/lib/links/token';
import type { Transport } from '@/lib/mail/delivery';
import { sendMail } from '@/lib/mail/send';
import { answerReset } from '@/lib/passwords/request-reset';
import { answerFirstLogin } from '@/lib/sign-in/ask-first-login';

/** What tasks work with. */
export type Means = { transport: Transport; onSent: () => void };

/** What is done for who asked and was told nothing. */
export const answers = {
  'answer-reset': (payload) => answerReset(payload as Jobs['answer-reset']),
  'answer-first-login': (payload) => answerFirstLogin(payload as Jobs['answer-first-login']),
} satisfies Partial<Record<keyof Jobs, Task>>;

/** What is done for each job; none takes longer than lib/worker/recover.ts allows. */
export const tasks = ({ transport, onSent }: Means): Record<keyof Jobs, Task> => ({
  'send-mail': async (payload, { job }) => {
    const { mailId } = payload as Jobs['send-mail'];
    const last = job.attempts >= job.max_attempts;
    const outcome = await sendMail(mailId, { transport, linkUrl, last });
    if (outcome === 'sent') onSent();
  },
  ...answers,
});
