/**
 * The content security policy of one answer (security 54): scripts and styles by nonce alone.
 * In development React needs eval and the bundler injects styles.
 */
export function contentPolicy(nonce: string, development: boolean): string {
  const own = `'self' 'nonce-${nonce}'`;
  return [
    `default-src 'self'`,
    `script-src ${own} 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src ${development ? "'self' 'unsafe-inline'" : own}`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
