const STEPS: readonly [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [3_600, 60, 'minute'],
  [86_400, 3_600, 'hour'],
  [61 * 86_400, 86_400, 'day'],
  [365.25 * 86_400, 30.44 * 86_400, 'month'],
  [Infinity, 365.25 * 86_400, 'year'],
];

const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** "3 hours ago", "in 2 days"; within a minute "just now". */
export function relativeText(at: Date, now: number): string {
  const seconds = (at.getTime() - now) / 1000;
  const distance = Math.abs(seconds);
  if (distance < 60) return 'just now';
  const step = STEPS.find(([limit]) => distance < limit);
  return step ? words.format(Math.trunc(seconds / step[1]), step[2]) : '';
}

/** "2026-11-21 05:43 UTC"; written by hand so that every server and browser writes the same. */
export function utcText(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** The moment in the reader's own zone, which is named. */
export function localText(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}
