import { CircleCheck, Clock, Columns3, ListChecks } from 'lucide-react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { IMPORT_STATE_LABELS } from '@/lib/imports/labels';
import type { ImportState } from '@/lib/imports/schema';

const LOOKS: Record<ImportState, { tone: BadgeTone; Icon: typeof Clock }> = {
  uploaded: { tone: 'neutral', Icon: Columns3 },
  checked: { tone: 'pending', Icon: ListChecks },
  done: { tone: 'active', Icon: CircleCheck },
  expired: { tone: 'expired', Icon: Clock },
};

/** What has become of an import: hue, word and icon together. */
export function ImportStateBadge({ state }: { state: ImportState }) {
  const { tone, Icon } = LOOKS[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {IMPORT_STATE_LABELS[state]}
    </Badge>
  );
}
