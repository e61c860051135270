import { expect, it } from 'vitest';
import { contentPolicy } from './content-policy';

const parsed = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );

it('security 54: lets run what carries the nonce, and nothing else', () => {
  expect(parsed(contentPolicy('N', false))).toEqual({
    'default-src': "'self'",
    'script-src': "'self' 'nonce-N' 'strict-dynamic'",
    'style-src': "'self' 'nonce-N'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  });
});

it('security 54: is loosened for development alone', () => {
  expect(contentPolicy('N', false)).not.toContain('unsafe');
  expect(contentPolicy('N', true)).toContain("'unsafe-eval'");
});
