import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lineInput, optional, tickInput } from '@/lib/core/input';
import { ownPhoto, photoInput } from '@/lib/photos/schema';
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

describe('security 36, 40: a file', () => {
  const withPhoto = z.strictObject({
    name: optional(lineInput('The name', 10)),
    companyId: optional(z.uuid()),
    right: optional(z.enum(['superuser'])),
    ready: tickInput,
    photo: photoInput,
  });
  const file = (size = 1, name = 'photo.png') => new File([new Uint8Array(size)], name);

  it('is handed on where one is asked for', () => {
    const photo = file();
    expect(parse(withPhoto, { photo })).toMatchObject({ photo });
  });

  it.each([{}, { photo: file(0, '') }, { photo: file(0, 'blob') }])(
    'not chosen is none',
    (given) => {
      expect(parse(withPhoto, given)).toMatchObject({ photo: null });
    },
  );

  it.each(['name', 'companyId', 'right', 'ready', 'other'])('as %s is malformed', (field) => {
    for (const given of [file(), file(0, ''), file(3_000_000)]) {
      expect(() => parse(withPhoto, { [field]: given })).toThrow(
        expect.objectContaining(MALFORMED),
      );
    }
  });

  it.each<[string, unknown]>([
    ['a text', 'photo.png'],
    ['no text', ''],
    ['two files', [file(), file()]],
    ['what is like a file', { size: 1, name: 'photo.png' }],
  ])('cannot be %s', (_, photo) => {
    expect(() => parse(withPhoto, { photo })).toThrow(expect.objectContaining(MALFORMED));
  });

  it('too large is told beside its field', () => {
    expect(() => parse(withPhoto, { photo: file(2 * 1024 * 1024 + 1) })).toThrow(
      expect.objectContaining({ fields: { photo: 'The photo is larger than 2 MB.' } }),
    );
  });

  it('that must be chosen is missed beside its field', () => {
    for (const given of [{}, { photo: file(0, '') }]) {
      expect(() => parse(ownPhoto, given)).toThrow(
        expect.objectContaining({ fields: { photo: 'Choose a photo first.' } }),
      );
    }
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
