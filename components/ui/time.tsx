'use client';

import { localText, relativeText, utcText } from './time-text';
import { useMinute } from './use-minute';

type TimeProps = { at: Date | string };

/** A moment: relative to now, absolute with its zone on hover; the server writes it in UTC. */
export function Time({ at }: TimeProps) {
  const minute = useMinute();
  const moment = typeof at === 'string' ? new Date(at) : at;
  if (Number.isNaN(moment.getTime())) return <span>—</span>;
  return (
    <time
      dateTime={moment.toISOString()}
      title={minute === null ? utcText(moment) : localText(moment)}
      className="whitespace-nowrap"
    >
      {minute === null ? utcText(moment) : relativeText(moment, minute)}
    </time>
  );
}
