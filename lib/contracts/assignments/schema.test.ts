import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldName } from './policy';
import { assignmentForm } from './form';
import { assignmentListQuery, replacements, thresholdInput } from './schema';

const contractId = '019a0000-0000-7000-8000-000000000001';
const userId = '019a0000-0000-7000-8000-000000000002';
const roleId = '019a0000-0000-7000-8000-000000000003';
const row = { contractId, userId };
const field = (name: Parameters<typeof fieldName>[0]) => fieldName(name, row);

const seen = {
  ...{ party: 1, roleId, isActive: true, threshold: '10', emailSetting: 'daily' },
  ...{ isApprover: false, isNamedManager: false },
} as const;
const form = (fields: Record<string, string | string[]>) =>
  assignmentForm.safeParse({
    step: 'verify',
    [field('seen')]: JSON.stringify({ ...seen, version: 3 }),
    ...fields,
  });

describe('thresholdInput', () => {
  it.each([
    ['0', '0'],
    ['007', '7'],
    ['1,250.50', '1250.5'],
    ['1 250 000', '1250000'],
    ['10.', '10'],
    ['1.2300', '1.23'],
    ['999999999999999.9999', '999999999999999.9999'],
    ['1000000000000000', null],
    ['1,25', null],
    ['-1', null],
    ['1e3', null],
    ['', null],
    ['ten', null],
    ['0x10', null],
    ['1.23456', null],
  ])('%s is %s', (typed, stored) => {
    expect(thresholdInput.safeParse(typed).data ?? null).toBe(stored);
  });

  it('changes no digit of an exact amount', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 15n - 1n),
        fc.integer({ min: 1, max: 9999 }),
        (whole, part) => {
          const amount = `${whole}.${String(part).padStart(4, '0').replace(/0+$/, '')}`;
          expect(thresholdInput.parse(amount)).toBe(amount);
        },
      ),
    );
  });
});

describe('assignmentForm', () => {
  it('is what differs from what was seen, and nothing else', () => {
    const { data } = form({
      [field('party')]: '1',
      [field('threshold')]: '10.00',
      [field('emailSetting')]: 'none',
      [field('isActive')]: 'off',
      [field('isApprover')]: ['off', 'on'],
    });
    expect(data).toEqual({
      step: 'verify',
      rows: [{ ...row, version: 3, seen, emailSetting: 'none', isActive: false, isApprover: true }],
    });
  });

  it('says where nothing is changed, and what is wrong at its field', () => {
    expect(form({ [field('threshold')]: '10' }).error?.issues).toMatchObject([{ path: ['step'] }]);
    expect(form({ [field('threshold')]: 'x' }).error?.issues).toMatchObject([
      { path: [field('threshold')] },
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['a field that is none', { [`companyId.${contractId}.${userId}`]: roleId }],
    ['a field of no assignment', { threshold: '5' }],
    ['seen that is nothing', { [field('seen')]: 'x', [field('threshold')]: '5' }],
    [
      'seen with more',
      { [field('seen')]: JSON.stringify({ ...seen, version: 3, companyId: '1' }) },
    ],
    ['another step', { step: 'now', [field('threshold')]: '5' }],
  ])('security 36: refuses %s as no form of ours', (_, fields) => {
    expect(form(fields).error?.issues).toContainEqual(expect.objectContaining({ path: [] }));
  });

  it('goes back to editing whatever is typed', () => {
    expect(form({ step: 'edit', [field('threshold')]: 'x' }).data).toEqual({
      step: 'edit',
      rows: [],
    });
  });
});

describe('replacements', () => {
  const other = '019a0000-0000-7000-8000-000000000004';
  const move = { contractId, fromUserId: userId, toUserId: other, seat: 'approver' };
  const isValid = (...moves: object[]) => replacements.safeParse({ replacements: moves }).success;

  it('takes each seat from its holder once, and to nobody who gives it up', () => {
    expect(isValid(move, { ...move, seat: 'named_manager' })).toBe(true);
    expect(isValid({ ...move, toUserId: userId })).toBe(false);
    expect(isValid(move, { ...move, toUserId: roleId })).toBe(false);
    expect(isValid(move, { ...move, fromUserId: other, toUserId: roleId })).toBe(false);
    expect(isValid()).toBe(false);
  });
});

it('security 37: nonsense in the list’s query is refused', () => {
  for (const query of [
    { state: 'all' },
    { page: '0' },
    { size: '7' },
    { edit: 'yes' },
    { q: ['a'] },
  ]) {
    expect(assignmentListQuery.safeParse(query).success).toBe(false);
  }
});
