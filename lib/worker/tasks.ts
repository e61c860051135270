import 'server-only';
import type { Task } from 'graphile-worker';
import type { Jobs } from '@/lib/jobs/enqueue';
import { linkUrl } from '@/lib/links/token';
import type { Transport } from '@/lib/mail/delivery';
import { sendMail } from '@/lib/mail/send';

/** What tasks work with. */
export type Means = { transport: Transport; onSent: () => void };

/** What is done for each job; none takes longer than lib/worker/recover.ts allows. */
export const tasks = ({ transport, onSent }: Means): Record<keyof Jobs, Task> => ({
  'send-mail': async (payload, { job }) => {
    const { mailId } = payload as Jobs['send-mail'];
    const last = job.attempts >= job.max_attempts;
    const outcome = await sendMail(mailId, { transport, linkUrl, last });
    if (outcome === 'sent') onSent();
  },
});
