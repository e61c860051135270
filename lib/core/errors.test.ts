import { expect, it } from 'vitest';
import type { AppError } from './errors';
import { conflict, forbidden, HTTP_STATUS, invalid, notFound } from './errors';

it.each<[AppError, number, string]>([
  [invalid({ name: 'Required.' }), 400, 'Please check the marked fields.'],
  [forbidden(), 403, 'Your rights do not allow this.'],
  [notFound('This person'), 404, 'This person was not found.'],
  [conflict('Changed.'), 409, 'Changed.'],
])('%s is answered with %i', (error, status, message) => {
  expect(HTTP_STATUS[error.code]).toBe(status);
  expect(error.message).toBe(message);
});

it('every code has a status of its own, 4xx or 503', () => {
  const statuses = Object.values(HTTP_STATUS);
  expect(new Set(statuses).size).toBe(statuses.length);
  expect(statuses.filter((status) => status < 400 || status >= 500)).toEqual([503]);
});

it('invalid says which field', () => {
  expect(invalid({ name: 'Required.' }).fields).toEqual({ name: 'Required.' });
  expect(forbidden().fields).toEqual({});
});
