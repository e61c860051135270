import { RotateCw } from 'lucide-react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Button } from '@/components/ui/button';
import type { MailRow } from '@/lib/mail/queries';
import { retryMailAction } from './actions';

const EXCEPT = 'A mail whose link opens nothing any more is not sent.';

/** Queues one failed mail again. */
export const Retry = ({ mail: { id, toAddress } }: { mail: MailRow }) => (
  <ConfirmDialog
    trigger={<Button size="sm">Retry</Button>}
    title="Retry mail"
    description={`It is queued again, and sent as soon as the mail server takes it. ${EXCEPT}`}
    people={[toAddress]}
    verb="Retry"
    tone="primary"
    action={retryMailAction}
    hidden={{ mailId: id }}
  />
);

type RetryAllProps = { failed: number; q: string };

/** Queues every failed mail again that matches the search. */
export function RetryAll({ failed, q }: RetryAllProps) {
  const count = failed.toLocaleString('en');
  const which = q ? `All that failed to an address with “${q}”` : 'All that failed';
  return (
    <ConfirmDialog
      trigger={
        <Button>
          <RotateCw aria-hidden /> Retry all failed
        </Button>
      }
      title="Retry all failed mails"
      description={`${which} are queued again, and sent as soon as the mail server takes them. ${EXCEPT}`}
      verb={`Retry ${count} ${failed === 1 ? 'mail' : 'mails'}`}
      tone="primary"
      action={retryMailAction}
      hidden={{ q }}
    />
  );
}
