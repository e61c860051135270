import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new opaque secret: 256 random bits as base64url (security 23). */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token: its SHA-256, 32 bytes. */
export const hashToken = (token: string) =>
  new Uint8Array(createHash('sha256').update(token).digest());

/** Compares two secrets in constant time. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(hashToken(left), hashToken(right));
}
