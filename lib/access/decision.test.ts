import { describe, expect, it } from 'vitest';
import { accessStatus, owedStep, refusals, type AccessFacts, type OwedFacts } from './decision';

const OPEN: AccessFacts = {
  isActive: true,
  lockedAt: null,
  startDate: null,
  endDate: null,
  directoryAllows: null,
  today: '2026-06-15',
};
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
    expect(refusals({ ...OPEN, ...facts })).toEqual(expected);
    expect(accessStatus({ ...OPEN, ...facts })).toBe(expected[0] ?? 'active');
  });
});

describe('the days, both inclusive', () => {
  it.each<[string | null, string | null, string]>([
    ['2026-06-15', null, 'active'],
    ['2026-06-16', null, 'not-started'],
    [null, '2026-06-15', 'active'],
    [null, '2026-06-14', 'expired'],
    ['2026-06-15', '2026-06-15', 'active'],
    ['2026-06-14', '2026-06-14', 'expired'],
    ['2026-06-16', '2026-06-16', 'not-started'],
    ['2025-12-31', '2027-01-01', 'active'],
  ])('from %s to %s, on 15 June 2026: %s', (startDate, endDate, status) => {
    expect(accessStatus({ ...OPEN, startDate, endDate })).toBe(status);
  });
});

describe('the step owed next', () => {
  const NOTHING: OwedFacts = {
    twoFactorEnabled: false,
    twoFactorPassed: false,
    passwordChangeOwed: false,
    twoFactorRequired: false,
    profileCompletionOwed: false,
    firstLogin: false,
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
    [
      { twoFactorEnabled: true, twoFactorRequired: true, profileCompletionOwed: true },
      'two-factor',
    ],
    [{ firstLogin: true }, null],
    [{ firstLogin: true, twoFactorRequired: true }, 'set-up-2fa'],
    [{ firstLogin: true, twoFactorEnabled: true, profileCompletionOwed: true }, 'two-factor'],
    [
      { firstLogin: true, twoFactorRequired: true, profileCompletionOwed: true },
      'complete-profile',
    ],
    [
      { passwordChangeOwed: true, twoFactorRequired: true, profileCompletionOwed: true },
      'change-password',
    ],
  ])('%j owes %s', (facts, step) => {
    expect(owedStep({ ...NOTHING, ...facts })).toBe(step);
  });
});
