import { describe, expect, it } from 'vitest';
import { ADMIN_RIGHTS, type AdminRight, type Holder } from '@/lib/access/rights';
import { mayChangeContract, mayCreateContracts, mayReopenContract, maySeeHistory } from './policy';

const [HOME, AWAY] = ['home', 'away'];
const holder = (right: AdminRight | null): Holder => ({ isStaff: true, right, companyId: HOME });
const contract = (companyId: string, archivedAt: Date | null = null) => ({ companyId, archivedAt });
const ARCHIVED = new Date(0);

const who = (may: (holder: Holder) => boolean) =>
  [...ADMIN_RIGHTS, null].filter((right) => may(holder(right)));

const ADMINS = ['superuser', 'organisation_admin'];

describe('security 33, 34, 35: of all rights', () => {
  it.each<[string, (holder: Holder) => boolean, (string | null)[]]>([
    ['create contracts', mayCreateContracts, ADMINS],
    ['change those of their company', (one) => mayChangeContract(one, contract(HOME)), ADMINS],
    ['change those of another', (one) => mayChangeContract(one, contract(AWAY)), ['superuser']],
    ['change what is archived', (one) => mayChangeContract(one, contract(HOME, ARCHIVED)), []],
    ['reopen that', (one) => mayReopenContract(one, contract(HOME, ARCHIVED)), ADMINS],
    [
      'reopen that of another',
      (one) => mayReopenContract(one, contract(AWAY, ARCHIVED)),
      ['superuser'],
    ],
    ['reopen what is open', (one) => mayReopenContract(one, contract(HOME)), []],
    ['see the history', maySeeHistory, [...ADMINS, 'user_admin', 'auditor']],
  ])('these may %s', (_, may, expected) => {
    expect(who(may)).toEqual(expected);
  });

  it('nobody without staff may do anything', () => {
    const former = { ...holder('superuser'), isStaff: false };
    expect(mayCreateContracts(former)).toBe(false);
    expect(mayChangeContract(former, contract(HOME))).toBe(false);
    expect(mayReopenContract(former, contract(HOME, ARCHIVED))).toBe(false);
    expect(maySeeHistory(former)).toBe(false);
  });
});
