import { expect, test } from 'vitest';
import { relativeText, utcText } from './time-text';

const now = Date.parse('2026-11-21T12:00:00Z');
const ago = (seconds: number) => relativeText(new Date(now - seconds * 1000), now);

test.each([
  [59, 'just now'],
  [61, '1 minute ago'],
  [3_599, '59 minutes ago'],
  [3_600, '1 hour ago'],
  [47 * 3_600, '1 day ago'],
  [60 * 86_400, '60 days ago'],
  [62 * 86_400, '2 months ago'],
  [365 * 86_400, '11 months ago'],
  [800 * 86_400, '2 years ago'],
  [-7_200, 'in 2 hours'],
])('%i seconds before now reads "%s"', (seconds, text) => {
  expect(ago(seconds)).toBe(text);
});

test('the absolute text names its zone and does not depend on the machine', () => {
  expect(utcText(new Date('2026-11-21T05:43:59Z'))).toBe('2026-11-21 05:43 UTC');
});
