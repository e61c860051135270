import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tickInput } from '@/lib/core/input';
import { formFields, parse, parseQuery } from './parse';

const schema = z.strictObject({
  name: z.string().min(2, 'Too short.'),
  note: z.string().optional(),
  ready: tickInput,
});
const MALFORMED = { code: 'invalid', fields: {} };

describe('security 36, 37: what comes from outside', () => {
  it('is handed on when it fits', () => {
    expect(parse(schema, { name: 'Ann', ready: 'on' })).toEqual({ name: 'Ann', ready: true });
  });

  it.each<[string, unknown]>([
    ['an unknown field', { name: 'Ann', isStaff: 'on' }],
    ['an unknown field beside a wrong one', { name: 'A', isStaff: 'on' }],
    ['an array for a text', { name: ['Ann', 'Bob'] }],
    ['an object for a text', { name: { not: 'Ann' } }],
    ['a number for a text', { name: 1 }],
    ['null for a text', { name: null }],
    ['a file for a text', { name: new File(['x'], 'x.txt') }],
    ['an array for an optional text', { name: 'Ann', note: ['a'] }],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'name=Ann'],
    ['an array', [{ name: 'Ann' }]],
    ['a prototype', JSON.parse('{"name":"Ann","__proto__":{"isStaff":true}}')],
    ['a constructor', { name: 'Ann', constructor: 'x' }],
  ])('%s is malformed, and names no field', (_, value) => {
    expect(() => parse(schema, value)).toThrow(expect.objectContaining(MALFORMED));
  });

  it.each<[string, object, Record<string, string>]>([
    ['a text too short', { name: 'A' }, { name: 'Too short.' }],
    ['a field left out', {}, { name: expect.any(String) as string }],
  ])('%s is told beside its field', (_, value, fields) => {
    expect(() => parse(schema, value)).toThrow(
      expect.objectContaining({ code: 'invalid', fields }),
    );
  });

  it('tells the first of several problems of a field', () => {
    const strict = z.strictObject({ word: z.string().min(3, 'First.').regex(/x/, 'Second.') });
    expect(() => parse(strict, { word: 'a' })).toThrow(
      expect.objectContaining({ fields: { word: 'First.' } }),
    );
  });
});

describe('the fields of a form', () => {
  it('come without what the framework adds, and twice as a list', () => {
    const data = new FormData();
    data.append('$ACTION_ID_1', '');
    data.append('name', 'Ann');
    data.append('twice', 'a');
    data.append('twice', 'b');
    expect(formFields(data)).toEqual({ name: 'Ann', twice: ['a', 'b'] });
  });

  it('sent twice are refused where one is asked for', () => {
    const data = new FormData();
    data.append('name', 'Ann');
    data.append('name', 'Bob');
    expect(() => parse(schema, formFields(data))).toThrow(expect.objectContaining(MALFORMED));
  });

  it('named __proto__ are refused as any unknown one', () => {
    const data = new FormData();
    data.append('name', 'Ann');
    data.append('__proto__', 'x');
    expect(() => parse(schema, formFields(data))).toThrow(expect.objectContaining(MALFORMED));
  });
});

describe('the query of a page', () => {
  const query = z.strictObject({ q: z.string().default(''), page: z.coerce.number().default(1) });

  it('takes an empty value for "not set"', () => {
    expect(parseQuery(query, { q: 'a', page: '' })).toEqual({ q: 'a', page: 1 });
    expect(parseQuery(query, { q: undefined })).toEqual({ q: '', page: 1 });
  });

  it.each([{ q: ['a', 'b'] }, { page: ['1', '2'] }, { other: '1' }])('%j is malformed', (given) => {
    expect(() => parseQuery(query, given)).toThrow(expect.objectContaining(MALFORMED));
  });
});
