import { CircleCheck, CircleMinus, CircleX, Clock } from 'lucide-react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { MAIL_STATE_LABELS } from '@/lib/mail/labels';
import type { MailRow } from '@/lib/mail/queries';

type MailState = MailRow['state'];

const LOOKS: Record<MailState, { tone: BadgeTone; Icon: typeof Clock }> = {
  queued: { tone: 'pending', Icon: Clock },
  sent: { tone: 'active', Icon: CircleCheck },
  failed: { tone: 'danger', Icon: CircleX },
  dropped: { tone: 'neutral', Icon: CircleMinus },
};

/** What became of a mail: hue, word and icon together. */
export function MailStateBadge({ state }: { state: MailState }) {
  const { tone, Icon } = LOOKS[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {MAIL_STATE_LABELS[state]}
    </Badge>
  );
}
