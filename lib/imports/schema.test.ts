import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parse } from '@/lib/auth/parse';
import { importMapping } from './schema';

const form = () => ({
  importId: randomUUID(),
  'column-0': 'firstName',
  'column-1': '',
  'column-2': 'lastName',
  'column-3': 'email',
  'column-4': '',
  companyId: randomUUID(),
  dateOrder: '',
  country: '',
});

const refusal = (more: Record<string, unknown>) => {
  try {
    parse(importMapping, { ...form(), ...more });
  } catch (error) {
    return (error as { fields: Record<string, string> }).fields;
  }
  return 'was taken';
};

describe('the columns as they are matched', () => {
  it('come in their order', () => {
    const given = { ...form(), groupsFromRoles: 'on' };
    expect(parse(importMapping, given)).toEqual({
      importId: given.importId,
      columns: ['firstName', null, 'lastName', 'email'],
      companyId: given.companyId,
      dateOrder: null,
      country: null,
      groupsFromRoles: true,
      createMissing: false,
    });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['the same twice', { 'column-4': 'email' }, 'column-4', 'the same as column 4'],
    ['no e-mail', { 'column-3': '' }, 'column-0', 'Choose the columns of the e-mail'],
    ['no company', { companyId: '' }, 'companyId', 'Choose the company of everybody'],
    ['the company twice', { 'column-4': 'company' }, 'companyId', 'Column 5 names the company'],
  ])('%s is told at its field', (_, more, field, message) => {
    expect(refusal(more)).toMatchObject({ [field]: expect.stringContaining(message) as string });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a field it does not have', { isStaff: 'true' }],
    ['a column beyond the last', { 'column-100': 'phone' }],
    ['a column sent twice', { 'column-0': ['firstName', 'firstName'] }],
    ['a file', { 'column-0': new File([''], 'x') }],
  ])('security 36 and 37: %s is malformed', (_, more) => expect(refusal(more)).toEqual({}));
});
