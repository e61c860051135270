import { describe, expect, it } from 'vitest';
import { durationLabel } from './labels';
import { settingsEdit } from './schema';

const FORM = {
  idleMinutes: '30',
  absoluteHours: '12',
  absoluteMinutes: '15',
  passwordMinimum: '12',
  dormantAfterDays: '60',
  version: '3',
};

describe('the form of the settings', () => {
  it('is taken in minutes', () => {
    expect(settingsEdit.parse(FORM)).toEqual({
      sessionIdleMinutes: 30,
      sessionAbsoluteMinutes: 735,
      passwordMinimum: 12,
      dormantAfterDays: 60,
      version: 3,
    });
  });

  it.each<[string, object]>([
    ['absoluteHours', { absoluteHours: '721' }],
    ['absoluteHours', { absoluteHours: '720', absoluteMinutes: '1' }],
    ['absoluteHours', { absoluteHours: '1e2' }],
    ['absoluteMinutes', { absoluteMinutes: '60' }],
    ['idleMinutes', { idleMinutes: '4' }],
    ['idleMinutes', { idleMinutes: '' }],
    ['idleMinutes', { idleMinutes: '-30' }],
    ['idleMinutes', { idleMinutes: '30.5' }],
    ['idleMinutes', { idleMinutes: '736' }],
    ['passwordMinimum', { passwordMinimum: '7' }],
    ['passwordMinimum', { passwordMinimum: '65' }],
    ['passwordMinimum', { passwordMinimum: ['8', '64'] }],
    ['dormantAfterDays', { dormantAfterDays: '0' }],
    ['dormantAfterDays', { dormantAfterDays: '3651' }],
    ['version', { version: '0' }],
    ['', { sessionIdleMinutes: '5' }],
  ])('is refused at %s with %j', (field, change) => {
    const { error } = settingsEdit.safeParse({ ...FORM, ...change });
    expect(error?.issues.map(({ path }) => path[0] ?? '')).toEqual([field]);
  });
});

it.each([
  [5, '5 minutes'],
  [60, '1 hour'],
  [61, '1 hour 1 minute'],
  [1440, '24 hours'],
  [43_200, '720 hours'],
])('%i minutes are %s', (minutes, text) => {
  expect(durationLabel(minutes)).toBe(text);
});
