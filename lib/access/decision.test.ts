import { describe, expect, it } from 'vitest';
import { accessStatus, dayIn, owedStep, refusals, type AccessFacts, type OwedFacts } from './decision';

const OPEN: AccessFacts = {
  isActive: true,
  lockedAt: null,
  startDate: null,
  endDate: null,
  directoryAllows: null,
  timeZone: 'UTC',
};
const NOON = new Date('2026-06-15T12:00:00Z');
const LOCKED = { lockedAt: new Date('2026-01-01T00:00:00Z') };
const FUTURE = { startDate: '2026-06-16' };
const PAST = { endDate: '2026-06-14' };

describe('the access decision', () => {
  it.each<[string, Partial<AccessFacts>, string[]]>([
    ['nothing against it', {}, []],
    ['a directory that allows', { directoryAllows: true }, []],
    ['a directory that refuses', { directoryAllows: false }, ['directory']],
    ['deactivated', { isActive: false }, ['deactivated']],
    ['deactivated inside the dates', { isActive: false, startDate: '2026-01-01' }, ['deactivated']],
    ['locked', LOCKED, ['locked']],
    ['locked in the future', { lockedAt: new Date('2027-01-01T00:00:00Z') }, ['locked']],
    ['not started', FUTURE, ['not-started']],
    ['expired', PAST, ['expired']],
    ['deactivated and locked', { isActive: false, ...LOCKED }, ['deactivated', 'locked']],
    ['locked and not started', { ...LOCKED, ...FUTURE }, ['locked', 'not-started']],
    ['locked and expired', { ...LOCKED, ...PAST }, ['locked', 'expired']],
    [
      'everything at once',
      { isActive: false, ...LOCKED, ...PAST, directoryAllows: false },
      ['deactivated', 'locked', 'expired', 'directory'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(refusals({ ...OPEN, ...facts }, NOON)).toEqual(expected);
    expect(accessStatus({ ...OPEN, ...facts }, NOON)).toBe(expected[0] ?? 'active');
  });
});

describe('the days, both inclusive, in the time zone of the company', () => {
  // In Kyiv 29 March 2026 has 23 hours, in New York 1 November 25; in Santiago 6 September begins
  // at one o'clock, for midnight does not exist. Kiritimati is 14 hours ahead, Kathmandu 5:45.
  it.each<[string, string | null, string | null, string, string]>([
    ['UTC', '2026-06-15', null, '2026-06-14T23:59:59.999Z', 'not-started'],
    ['UTC', '2026-06-15', null, '2026-06-15T00:00:00.000Z', 'active'],
    ['UTC', null, '2026-06-15', '2026-06-15T23:59:59.999Z', 'active'],
    ['UTC', null, '2026-06-15', '2026-06-16T00:00:00.000Z', 'expired'],
    ['UTC', '2026-06-15', '2026-06-15', '2026-06-14T23:59:59.999Z', 'not-started'],
    ['UTC', '2026-06-15', '2026-06-15', '2026-06-15T00:00:00.000Z', 'active'],
    ['UTC', '2026-06-15', '2026-06-15', '2026-06-15T23:59:59.999Z', 'active'],
    ['UTC', '2026-06-15', '2026-06-15', '2026-06-16T00:00:00.000Z', 'expired'],
    ['Europe/Kyiv', '2026-03-29', '2026-03-29', '2026-03-28T21:59:59.999Z', 'not-started'],
    ['Europe/Kyiv', '2026-03-29', '2026-03-29', '2026-03-28T22:00:00.000Z', 'active'],
    ['Europe/Kyiv', '2026-03-29', '2026-03-29', '2026-03-29T20:59:59.999Z', 'active'],
    ['Europe/Kyiv', '2026-03-29', '2026-03-29', '2026-03-29T21:00:00.000Z', 'expired'],
    ['America/New_York', '2026-11-01', '2026-11-01', '2026-11-01T03:59:59.999Z', 'not-started'],
    ['America/New_York', '2026-11-01', '2026-11-01', '2026-11-01T04:00:00.000Z', 'active'],
    ['America/New_York', '2026-11-01', '2026-11-01', '2026-11-02T04:59:59.999Z', 'active'],
    ['America/New_York', '2026-11-01', '2026-11-01', '2026-11-02T05:00:00.000Z', 'expired'],
    ['America/Santiago', '2026-09-06', null, '2026-09-06T03:59:59.999Z', 'not-started'],
    ['America/Santiago', '2026-09-06', null, '2026-09-06T04:00:00.000Z', 'active'],
    ['Pacific/Kiritimati', '2026-01-01', null, '2025-12-31T09:59:59.999Z', 'not-started'],
    ['Pacific/Kiritimati', '2026-01-01', null, '2025-12-31T10:00:00.000Z', 'active'],
    ['Etc/GMT+12', null, '2025-12-31', '2026-01-01T11:59:59.999Z', 'active'],
    ['Etc/GMT+12', null, '2025-12-31', '2026-01-01T12:00:00.000Z', 'expired'],
    ['Asia/Kathmandu', '2026-02-28', '2026-02-28', '2026-02-27T18:14:59.999Z', 'not-started'],
    ['Asia/Kathmandu', '2026-02-28', '2026-02-28', '2026-02-28T18:14:59.999Z', 'active'],
    ['Asia/Kathmandu', '2026-02-28', '2026-02-28', '2026-02-28T18:15:00.000Z', 'expired'],
    ['UTC', '2028-02-29', '2028-02-29', '2028-02-29T12:00:00.000Z', 'active'],
  ])('%s, from %s to %s, at %s: %s', (timeZone, startDate, endDate, at, status) => {
    const facts = { ...OPEN, timeZone, startDate, endDate };
    expect(accessStatus(facts, new Date(at))).toBe(status);
  });

  it('are written with four, two and two digits', () => {
    expect(dayIn('UTC', new Date('2026-01-02T00:00:00Z'))).toBe('2026-01-02');
    expect(dayIn('Asia/Tokyo', new Date('2026-01-31T15:00:00Z'))).toBe('2026-02-01');
  });
});

describe('the step owed next', () => {
  const NOTHING: OwedFacts = {
    twoFactorEnabled: false,
    twoFactorPassed: false,
    passwordChangeOwed: false,
    twoFactorRequired: false,
    profileCompletionOwed: false,
  };

  it.each<[Partial<OwedFacts>, string | null]>([
    [{}, null],
    [{ twoFactorEnabled: true }, 'two-factor'],
    [{ twoFactorEnabled: true, twoFactorPassed: true }, null],
    [{ passwordChangeOwed: true }, 'change-password'],
    [{ twoFactorRequired: true }, 'set-up-2fa'],
    [{ twoFactorRequired: true, twoFactorEnabled: true }, 'two-factor'],
    [{ twoFactorRequired: true, twoFactorEnabled: true, twoFactorPassed: true }, null],
    [{ twoFactorRequired: true, twoFactorPassed: true }, 'set-up-2fa'],
    [{ profileCompletionOwed: true }, 'complete-profile'],
    [{ twoFactorEnabled: true, passwordChangeOwed: true }, 'two-factor'],
    [{ passwordChangeOwed: true, twoFactorRequired: true }, 'change-password'],
    [{ twoFactorRequired: true, profileCompletionOwed: true }, 'set-up-2fa'],
    [{ twoFactorEnabled: true, twoFactorRequired: true, profileCompletionOwed: true }, 'two-factor'],
    [{ passwordChangeOwed: true, twoFactorRequired: true, profileCompletionOwed: true }, 'change-password'],
  ])('%j owes %s', (facts, step) => {
    expect(owedStep({ ...NOTHING, ...facts })).toBe(step);
  });
});
