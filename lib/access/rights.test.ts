import { describe, expect, it } from 'vitest';
import type { AdminRight } from '@/lib/generated/prisma/enums';
import { assertCan } from './assert';
import { can, grantable, holds, rankOf, sees, type Holder, type Permission } from './rights';

const HOME = 'home';
const ELSEWHERE = 'elsewhere';
const holder = (right: AdminRight | null, isStaff = true): Holder => ({
  isStaff,
  right,
  companyId: HOME,
});

// Columns: superuser, organisation_admin, user_admin, party2_user_admin, auditor, staff without right, member.
const HOLDERS = [
  holder('superuser'),
  holder('organisation_admin'),
  holder('user_admin'),
  holder('party2_user_admin'),
  holder('auditor'),
  holder(null),
  holder(null, false),
];
const MATRIX: Record<Permission, string> = {
  'users.read': '+++-+--',
  'users.create': '+++----',
  'users.lock': '+++----',
  'users.deactivate': '+++----',
  'users.end-sessions': '+++----',
  'users.set-password': '+++----',
  'users.two-factor': '+++----',
  'users.invite': '+++----',
  'users.update': '+++----',
  'users.delete': '+++----',
  'users.import': '+++----',
  'users.export': '+++-+--',
  'rights.read': '+++++--',
  'rights.grant': '++-----',
  'companies.read': '+++-+--',
  'companies.create': '+------',
  'companies.update': '++-----',
  'companies.delete': '+------',
  'structure.update': '++-----',
  'groups.update-other': '+------',
  'quizzes.read': '+++-+--',
  'quizzes.update': '++-----',
  'contracts.read': '++++---',
  'contracts.create': '++-----',
  'contracts.update': '++-----',
  'contracts.report': '++-----',
  'assignments.update': '+++----',
  'assignments.update-guests': '++-----',
  'assignments.update-party2': '++-+---',
  'tasks.read': '+++----',
  'mail.read': '+++----',
  'mail.retry': '+++----',
  'settings.read': '+------',
  'settings.update': '+------',
  'own.sessions': '+++++++',
  'own.password': '+++++++',
  'own.two-factor': '+++++++',
  'own.profile': '+++++++',
};

describe('what each right may do (spec §11)', () => {
  it.each(Object.entries(MATRIX) as [Permission, string][])('%s: %s', (permission, expected) => {
    const row = HOLDERS.map((one) => (holds(one, permission) ? '+' : '-')).join('');
    expect(row).toBe(expected);
  });

  it('counts for staff alone', () => {
    for (const { right } of HOLDERS) expect(holds(holder(right, false), 'users.read')).toBe(false);
  });
});

describe('the scope', () => {
  it.each<[string, Holder, string | null, boolean]>([
    ['superuser, own company', holder('superuser'), HOME, true],
    ['superuser, another company', holder('superuser'), ELSEWHERE, true],
    ['superuser, no company', holder('superuser'), null, true],
    ['organisation admin, own company', holder('organisation_admin'), HOME, true],
    ['organisation admin, another company', holder('organisation_admin'), ELSEWHERE, false],
    ['user administrator, another company', holder('user_admin'), ELSEWHERE, false],
    ['auditor, another company', holder('auditor'), ELSEWHERE, false],
    ['auditor, somebody of no company', holder('auditor'), null, false],
    ['of no company, somebody of none', { ...holder('auditor'), companyId: null }, null, false],
  ])('%s', (_, who, companyId, expected) => {
    expect(sees(who, { companyId })).toBe(expected);
    expect(can(who, 'users.read', { companyId })).toBe(expected);
  });
});

describe('nobody acts on somebody above them', () => {
  const RIGHTS: (AdminRight | null)[] = [
    'superuser',
    'organisation_admin',
    'user_admin',
    'party2_user_admin',
    'auditor',
    null,
  ];

  it.each<[AdminRight, string]>([
    ['superuser', '++++++'],
    ['organisation_admin', '-+++++'],
    ['user_admin', '--++++'],
    ['party2_user_admin', '------'],
    ['auditor', '------'],
  ])('%s locks: %s', (right, expected) => {
    const row = RIGHTS.map((target) =>
      can(holder(right), 'users.lock', { companyId: HOME, right: target }) ? '+' : '-',
    );
    expect(row.join('')).toBe(expected);
  });

  it('but may read them', () => {
    const target = { companyId: HOME, right: 'superuser' } as const;
    expect(can(holder('auditor'), 'users.read', target)).toBe(true);
  });

  it('ranks nobody twice', () => {
    expect(new Set(RIGHTS.map(rankOf)).size).toBe(RIGHTS.length);
  });
});

describe('security 35: nobody grants what they lack', () => {
  it.each<[string, Holder, AdminRight[]]>([
    [
      'superuser',
      holder('superuser'),
      ['superuser', 'organisation_admin', 'user_admin', 'party2_user_admin', 'auditor'],
    ],
    [
      'organisation admin',
      holder('organisation_admin'),
      ['organisation_admin', 'user_admin', 'party2_user_admin', 'auditor'],
    ],
    ['user administrator', holder('user_admin'), []],
    ['party 2 administrator', holder('party2_user_admin'), []],
    ['auditor', holder('auditor'), []],
    ['staff without right', holder(null), []],
    ['superuser no longer staff', holder('superuser', false), []],
  ])('%s', (_, who, rights) => {
    expect(grantable(who)).toEqual(rights);
  });
});

describe('assertCan', () => {
  const THERE = { companyId: HOME, right: null };
  const AWAY = { companyId: ELSEWHERE, right: null };
  const ABOVE = { companyId: HOME, right: 'superuser' as const };

  it.each<[string, Holder, typeof THERE | typeof ABOVE | undefined, string]>([
    ['without the permission', holder('auditor'), THERE, 'forbidden'],
    ['without the permission, outside the scope', holder('auditor'), AWAY, 'forbidden'],
    ['outside the scope', holder('user_admin'), AWAY, 'not_found'],
    [
      'above them, outside the scope',
      holder('user_admin'),
      { ...ABOVE, companyId: ELSEWHERE },
      'not_found',
    ],
    ['above them', holder('user_admin'), ABOVE, 'forbidden'],
  ])('refuses %s', (_, who, target, code) => {
    expect(() => assertCan(who, 'users.lock', target)).toThrow(expect.objectContaining({ code }));
  });

  it('lets through who may', () => {
    expect(() => assertCan(holder('user_admin'), 'users.lock', THERE)).not.toThrow();
    expect(() => assertCan(holder('user_admin'), 'users.lock')).not.toThrow();
  });
});
