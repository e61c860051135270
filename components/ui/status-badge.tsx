import {
  CalendarClock,
  CalendarX2,
  CircleCheck,
  CircleSlash2,
  LockKeyhole,
  ServerOff,
} from 'lucide-react';
import type { AccessStatus } from '@/lib/access/decision';
import { Badge, type BadgeTone } from './badge';

export type Status = AccessStatus;

const looks: Record<Status, { tone: BadgeTone; word: string; Icon: typeof CircleCheck }> = {
  active: { tone: 'active', word: 'Active', Icon: CircleCheck },
  'not-started': { tone: 'pending', word: 'Not started', Icon: CalendarClock },
  expired: { tone: 'expired', word: 'Expired', Icon: CalendarX2 },
  locked: { tone: 'locked', word: 'Locked', Icon: LockKeyhole },
  deactivated: { tone: 'deactivated', word: 'Deactivated', Icon: CircleSlash2 },
  directory: { tone: 'deactivated', word: 'Refused by AD', Icon: ServerOff },
};

/** Whether a person may enter: hue, word and icon together (spec §2). */
export function StatusBadge({ status }: { status: Status }) {
  const { tone, word, Icon } = looks[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {word}
    </Badge>
  );
}
