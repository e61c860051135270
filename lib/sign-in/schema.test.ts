import { describe, expect, it } from 'vitest';
import { credentials } from './schema';

const FORM = { email: ' Ann@Example.ORG ', password: ' verbatim ' };

describe('security 36, 37: the sign-in form', () => {
  it('folds the e-mail and leaves the password as it is', () => {
    expect(credentials.parse(FORM)).toEqual({ email: 'ann@example.org', password: ' verbatim ' });
    expect(credentials.parse({ ...FORM, email: 'ａｎｎ＠example.org' }).email).toBe(
      'ann@example.org',
    );
  });

  it.each<[string, object]>([
    ['no e-mail', { email: '  ' }],
    ['no password', { password: '' }],
    ['security 3: a password of 257 characters', { password: 'a'.repeat(257) }],
    ['an e-mail of 321 characters', { email: 'a'.repeat(321) }],
    ['a NUL, which the database cannot hold', { email: 'ann\0@example.org' }],
    ['CR and LF', { email: 'ann@example.org\r\nx' }],
    ['an array', { email: ['ann@example.org'] }],
    ['an operator', { password: { not: '' } }],
    ['an unknown field', { remember: 'on' }],
    ['two ways on', { next: ['/a', '/b'] }],
  ])('is refused with %s', (_, change) => {
    expect(credentials.safeParse({ ...FORM, ...change }).success).toBe(false);
  });
});
