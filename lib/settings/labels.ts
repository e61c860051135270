const counted = (count: number, unit: string) =>
  `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`;

/** A length of time in words: "24 hours", "1 hour 30 minutes". */
export function durationLabel(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? counted(hours, 'hour') : '', rest > 0 ? counted(rest, 'minute') : ''];
  return parts.filter(Boolean).join(' ') || '0 minutes';
}
