import { describe, expect, it } from 'vitest';
import type { AdminRight, Holder } from '@/lib/access/rights';
import { decimalsOf, FIELDS, fieldsFor, seatsHeld, thresholdText } from './policy';

const own = 'own';
const holder = (right: AdminRight | null): Holder & { userId: string } => ({
  userId: 'me',
  isStaff: true,
  right,
  companyId: own,
});
const seated = (given: object = {}) => ({
  ...{ userId: 'ann', party: 2 as const, contractCompanyId: own, companyId: own, right: null },
  ...given,
});

describe('fieldsFor', () => {
  it('all of everybody to organisation admins and superusers', () => {
    for (const right of ['superuser', 'organisation_admin'] as const) {
      expect(fieldsFor(holder(right), seated({ companyId: 'other' }))).toEqual(FIELDS);
    }
    const elsewhere = seated({ contractCompanyId: 'other' });
    expect(fieldsFor(holder('superuser'), elsewhere)).toEqual(FIELDS);
    expect(fieldsFor(holder('organisation_admin'), elsewhere)).toEqual([]);
  });

  it('all of people of their company to user administrators, and no guests', () => {
    expect(fieldsFor(holder('user_admin'), seated())).toEqual(FIELDS);
    expect(fieldsFor(holder('user_admin'), seated({ companyId: 'other' }))).toEqual([]);
    expect(fieldsFor(holder('user_admin'), seated({ companyId: null }))).toEqual([]);
  });

  it('security 34: four fields of party 2, never their own, to party 2 administrators', () => {
    const limited = holder('party2_user_admin');
    const four = ['roleId', 'isActive', 'threshold', 'emailSetting'];
    expect([...fieldsFor(limited, seated({ companyId: 'other' }))].sort()).toEqual(four.sort());
    expect(fieldsFor(limited, seated({ party: 1 }))).toEqual([]);
    expect(fieldsFor(limited, seated({ userId: 'me' }))).toEqual([]);
  });

  it('nothing to auditors, to who has no right, to who is no staff', () => {
    for (const one of [
      holder('auditor'),
      holder(null),
      { ...holder('superuser'), isStaff: false },
    ]) {
      expect(fieldsFor(one, seated())).toEqual([]);
    }
  });
});

describe('thresholdText', () => {
  it('is exact, in groups, with the decimals of the currency', () => {
    expect(thresholdText('999999999999999.9999', 'EUR')).toBe('999,999,999,999,999.9999');
    expect(thresholdText('1250.5', 'EUR')).toBe('1,250.50');
    expect(thresholdText('1250', 'JPY')).toBe('1,250');
    expect(thresholdText('1', 'KWD')).toBe('1.000');
    expect(['JPY', 'EUR', 'KWD'].map(decimalsOf)).toEqual([0, 2, 3]);
  });
});

describe('seatsHeld', () => {
  const row = {
    ...{ party: 1 as const, roleId: '', threshold: '0', emailSetting: 'none' as const },
    ...{ isActive: true, isApprover: true, isNamedManager: true, isArchived: false },
  };

  it('none of an inactive assignment or of an archived contract', () => {
    expect(seatsHeld(row)).toEqual(['approver', 'named_manager']);
    expect(seatsHeld({ ...row, isApprover: false })).toEqual(['named_manager']);
    expect(seatsHeld({ ...row, isActive: false })).toEqual([]);
    expect(seatsHeld({ ...row, isArchived: true })).toEqual([]);
  });
});
