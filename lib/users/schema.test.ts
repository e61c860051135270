import { describe, expect, it } from 'vitest';
import { filterOf, peopleSearch, userFilter, userListQuery } from './schema';

const ID = '018f0000-0000-7000-8000-000000000001';
const parsed = (given: object) => userListQuery.safeParse(given);

describe('the question of the list', () => {
  it('is everybody by name, when nothing is asked', () => {
    expect(userListQuery.parse({})).toEqual({ q: '', sort: 'name', page: 1, size: 25 });
  });

  it('takes every filter at once', () => {
    const ids = { company: ID, department: ID, position: ID, group: ID, role: ID };
    const days = { dates: 'end', from: '2026-01-01', to: '2026-01-01', idleSince: '2025-12-31' };
    const filter = { q: ' Ann ', ...ids, ...days, status: 'staff,locked', employment: 'past' };
    const query = userListQuery.parse({ ...filter, sort: '-activity', page: '40000', size: '100' });
    const expected = { ...filter, q: 'Ann', status: ['locked', 'staff'] };
    expect(query).toEqual({ ...expected, sort: '-activity', page: 40_000, size: 100 });
    expect(filterOf(query)).toEqual(expected);
    expect(userFilter.parse(filter)).toEqual(expected);
  });

  it('reads a set of statuses the same, however it is written', () => {
    const read = (status: string) => userListQuery.parse({ status }).status;
    expect(read('locked,staff,locked')).toEqual(['locked', 'staff']);
    expect(String(read('staff,locked'))).toBe('locked,staff');
  });
});

describe('security 37: it is refused, never an empty table', () => {
  it.each<object>([
    { q: ['a', 'b'] },
    { q: { contains: 'a' } },
    { q: 'a'.repeat(201) },
    { q: 'a'.repeat(10_000) },
    { q: 'a\0' },
    { company: 'x' },
    { company: [ID] },
    { department: { not: ID } },
    { position: `${ID} OR TRUE` },
    { group: '*' },
    { role: '1' },
    { status: 'all' },
    { status: 'locked,' },
    { status: 'locked,gone' },
    { status: ['locked', 'staff'] },
    { employment: 'active' },
    { employment: ['past'] },
    { dates: 'birth' },
    { from: '2026-02-30' },
    { from: '0001-01-01' },
    { to: '10000-01-01' },
    { to: 'yesterday' },
    { dates: 'start', from: '2026-01-02', to: '2026-01-01' },
    { idleSince: '1e9' },
    { sort: 'password' },
    { sort: '--name' },
    { sort: 'name; DROP TABLE users' },
    { page: '0' },
    { page: '-1' },
    { page: '1.5' },
    { page: '1000000000' },
    { page: '1e9' },
    { page: 'x' },
    { page: ['1', '2'] },
    { size: '1000' },
    { size: '' },
    { companyId: ID },
    { ids: [] },
  ])('%j', (given) => {
    expect(parsed(given).success).toBe(false);
  });

  it.each<object>([{ q: '' }, { q: '  ' }, { q: ['a'] }, { q: 'a\0' }, {}, { q: 'a', all: '1' }])(
    'of the palette: %j',
    (given) => {
      expect(peopleSearch.safeParse(given).success).toBe(false);
    },
  );
});
