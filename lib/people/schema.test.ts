import { describe, expect, it } from 'vitest';
import { newUser, personEdit } from './schema';

const COMPANY = '01a1fcd5-47ac-7a9c-932c-ba5be79858bc';
const FORM = { firstName: 'Ann', lastName: 'Lee', email: 'ann@example.org', companyId: COMPANY };

describe('security 36, 37: the form of Create User', () => {
  it('needs four fields; the rest is nothing then', () => {
    expect(newUser.parse(FORM)).toEqual({
      ...FORM,
      phone: null,
      startDate: null,
      endDate: null,
      password: null,
      forceChange: false,
      twoFactorRequired: false,
      isStaff: false,
      right: null,
      invite: null,
      photo: null,
      departmentId: null,
      positionId: null,
      colour: null,
      roleIds: [],
      groupIds: [],
      quizIds: [],
      groupsFromRoles: false,
    });
  });

  it('takes everything at once', () => {
    const whole = {
      ...FORM,
      phone: '+380 44 123 4567',
      startDate: '2026-01-01',
      endDate: '2026-01-01',
      password: 'correct horse battery',
      forceChange: 'on',
      twoFactorRequired: 'on',
      isStaff: 'on',
      right: 'auditor',
      invite: 'none',
      photo: new File(['x'], 'me.png'),
      departmentId: COMPANY,
      positionId: COMPANY,
      colour: '#2f6fed',
      roleIds: [COMPANY],
      groupIds: [COMPANY],
      quizIds: [COMPANY],
      groupsFromRoles: 'on',
    };
    const ticked = {
      phone: '+380441234567',
      forceChange: true,
      twoFactorRequired: true,
      isStaff: true,
      groupsFromRoles: true,
    };
    expect(newUser.parse(whole)).toEqual({ ...whole, ...ticked });
  });

  it.each<[string, object, string]>([
    ['no first name', { firstName: ' ' }, 'firstName'],
    ['no last name', { lastName: '' }, 'lastName'],
    ['no e-mail', { email: '' }, 'email'],
    ['no company', { companyId: '' }, 'companyId'],
    ['a company that is no id', { companyId: "x' OR 1=1" }, 'companyId'],
    ['a phone without country', { phone: '044 123 4567' }, 'phone'],
    ['a phone in letters', { phone: '+49 CALL ME' }, 'phone'],
    ['a phone over two lines', { phone: '+380 44\r\n123 4567' }, 'phone'],
    ['a day that does not exist', { startDate: '2026-02-30' }, 'startDate'],
    ['an end before the start', { startDate: '2026-01-02', endDate: '2026-01-01' }, 'endDate'],
    ['a short password', { password: '1234567' }, 'password'],
    ['a phone that is not in use', { phone: '+380 44 123' }, 'phone'],
    ['an unknown invitation', { invite: 'pigeon' }, 'invite'],
    ['a list of invitations', { invite: ['none', 'first_login'] }, 'invite'],
    ['a colour by name', { colour: 'red' }, 'colour'],
    ['a colour of three digits', { colour: '#fff' }, 'colour'],
    ['a department that is no id', { departmentId: 'x' }, 'departmentId'],
    ['a position without its department', { positionId: COMPANY }, 'departmentId'],
    ['a role that is no id', { roleIds: ['x'] }, 'roleIds'],
    ['an object for the roles', { roleIds: { not: COMPANY } }, 'roleIds'],
    ['an unknown right', { isStaff: 'on', right: 'god' }, 'right'],
    ['a right without staff', { right: 'auditor' }, 'right'],
    ['an array for the e-mail', { email: ['ann@example.org'] }, 'email'],
    ['an object for the right', { isStaff: 'on', right: { not: 'auditor' } }, 'right'],
  ])('is refused with %s', (_, change, field) => {
    const { error } = newUser.safeParse({ ...FORM, ...change });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it.each([
    'id',
    'passwordHash',
    'passwordChangeOwed',
    'adminRight',
    'isActive',
    'source',
    'lockedAt',
    'version',
  ])('knows no field %s', (field) => {
    const { error } = newUser.safeParse({ ...FORM, [field]: 'on' });
    expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: [field] }]);
  });
});

describe('security 37: what an editor had before them', () => {
  const form = (seen: string) => personEdit.safeParse({ ...FORM, userId: COMPANY, seen });

  it('is flat: texts, ticks, lists of ids, nothing', () => {
    const seen = { firstName: 'Ann', isStaff: false, phone: null, roleIds: [COMPANY] };
    expect(form(JSON.stringify(seen)).data?.seen).toEqual(seen);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['a field that a person has not', '{"passwordHash":"x"}'],
    ['a number', '{"firstName":1}'],
    ['an object', '{"firstName":{}}'],
    ['a list of lists', '{"roleIds":[[]]}'],
    ['nested deeply', `{"firstName":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('is refused: %s', (_, seen) => expect(form(seen).success).toBe(false));
});
