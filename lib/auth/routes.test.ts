import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, isApi, safePath, type Area } from './routes';

describe('what a path asks for', () => {
  it.each<[string, Area]>([
    ['/login', 'public'],
    ['/login/', 'public'],
    ['/setup', 'public'],
    ['/livez', 'public'],
    ['/readyz', 'public'],
    ['/api/auth', 'public'],
    ['/api/auth/session', 'public'],
    ['/api/session', 'session'],
    ['/two-factor', 'two-factor'],
    ['/change-password', 'change-password'],
    ['/change-password/', 'change-password'],
    ['/set-up-2fa', 'set-up-2fa'],
    ['/complete-profile', 'complete-profile'],
    ['/', 'cabinet'],
    ['/personal-cabinet', 'cabinet'],
    ['/update_profile', 'cabinet'],
    ['/admin', 'admin'],
    ['/admin/', 'admin'],
    ['/admin/users/1', 'admin'],
    ['/api/people', 'admin'],
    ['/api/contracts/report', 'admin'],
  ])('%s: %s', (path, area) => {
    expect(areaOf(path)).toBe(area);
  });

  it.each([
    '/loginx',
    '/login/admin',
    '/Login',
    '/login%2f',
    '//login',
    '/setup/more',
    '/livez/x',
    '/api/authx',
    '/api/session/x',
    '/api/anything-new',
    '/change-password/x',
    '/anything-new',
  ])('%s is not listed, so it needs a session that owes nothing', (path) => {
    expect(areaOf(path)).toBe('cabinet');
  });

  it('tells data from pages', () => {
    expect(['/api', '/api/people', '/apix', '/login'].map(isApi)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('security 55: going on stays on this site', () => {
  it.each([
    '/',
    '/admin/users',
    '/admin/users?q=%2F%2Fevil.example&page=2',
    '/a?next=https://evil.example',
    '/%2F%2Fevil.example',
    '/%5Cevil.example',
    '/@evil.example',
  ])('%s is kept', (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    undefined,
    null,
    '',
    'admin',
    'https://evil.example',
    'HTTPS:evil.example',
    '//evil.example',
    '///evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/a/..//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/a\\b',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/\0',
    '/\u0085',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '@evil.example',
    '.evil.example',
  ])('%j becomes the start page', (path) => {
    expect(safePath(path)).toBe('/');
  });

  it('a path is written as a browser reads it', () => {
    expect(safePath('/привет')).toBe('/%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82');
    expect(safePath('/a/../admin')).toBe('/admin');
  });

  it('whatever is given', () => {
    const odd = fc.constantFrom(
      '/',
      '\\',
      '//',
      '.',
      '..',
      '@',
      ':',
      '\t',
      '\n',
      '%2f',
      'evil.example',
      'http:',
    );
    const anything = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.array(odd).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (given) => {
        const site = 'https://gate.example.org';
        expect(new URL(safePath(given), `${site}/login`).origin).toBe(site);
        expect(new URL(safePath(`/${given}`), `${site}/login`).origin).toBe(site);
      }),
      { numRuns: 1000 },
    );
  });
});
