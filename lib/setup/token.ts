import { createHmac } from 'node:crypto';

/**
 * The token in the setup link of an empty database. Derived from the application's secret, so that
 * whoever started Gatehouse can print it and every process recognises it (spec §3).
 */
export function setupToken(appSecret: string): string {
  return createHmac('sha256', appSecret).update('gatehouse setup v1').digest('base64url');
}
